import { frenchWords } from './frenchWords';

/** A sentence has its English inside the reference only; no public function gives it. */
function englishOf(ref: object): Record<string, string> {
  return (
    ref as { getDefaultMessages(): Record<string, string> }
  ).getDefaultMessages();
}

/** `{{count}}`, and `{from}` of the tables. */
function variablesOf(sentence: string) {
  return (sentence.match(/\{\{?[^{}]+\}?\}/g) ?? []).sort();
}

describe.each(frenchWords.map(words => ({ ...words, id: words.ref.id })))(
  'the French of $id',
  ({ ref, load }) => {
    it('belongs to this part of Backstage and says something', async () => {
      const { default: french } = await load();

      expect(french.id).toBe(ref.id);
      expect(Object.keys(french.messages)).not.toEqual([]);
    });

    it('has only sentences that exist upstream, with their variables', async () => {
      const { default: french } = await load();
      const english = englishOf(ref);
      const differences = Object.entries(french.messages).flatMap(
        ([key, sentence]) => {
          const original: string | undefined = english[key];
          if (original === undefined) return [`${key}: no longer upstream`];
          const wanted = variablesOf(original);
          const given = variablesOf(sentence ?? '');
          return wanted.join() === given.join()
            ? []
            : [`${key}: ${given} instead of ${wanted}`];
        },
      );

      expect(differences).toEqual([]);
    });

    it('keeps « : ; ? ! % » on the line of their word', async () => {
      const { default: french } = await load();
      const loose = Object.values(french.messages).filter(sentence =>
        / [:;?!%»]|« /.test(sentence ?? ''),
      );

      expect(loose).toEqual([]);
    });
  },
);
