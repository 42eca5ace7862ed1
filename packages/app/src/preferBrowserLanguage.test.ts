import { preferBrowserLanguage } from './preferBrowserLanguage';

function start(languages: string[], chosen?: string) {
  const kept = new Map(chosen ? [['language', chosen]] : []);
  preferBrowserLanguage({
    available: ['fr', 'en'],
    languages,
    storage: {
      getItem: key => kept.get(key) ?? null,
      setItem: (key, value) => kept.set(key, value),
    },
  });
  return kept.get('language');
}

describe('preferBrowserLanguage', () => {
  it('takes the first language of the browser that the portal speaks', () => {
    expect(start(['de-DE', 'en-GB', 'fr-FR'])).toBe('en');
    expect(start(['fr-CA'])).toBe('fr');
  });

  it('leaves the choice of a person, and the default for other languages', () => {
    expect(start(['en-GB'], 'fr')).toBe('fr');
    expect(start(['de-DE'])).toBeUndefined();
  });
});
