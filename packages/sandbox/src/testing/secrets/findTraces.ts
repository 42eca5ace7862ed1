import { KnownSecret } from './KnownSecret';

/** A place that holds a secret: where it was read, and how it is written there; never its value. */
export interface SecretTrace {
  place: string;
  kind: string;
  where: string;
  form: string;
}

/**
 * Looks for secrets in texts: as they are, and as programs write them.
 *
 * @param places - texts by name
 * @returns one trace of each secret in each place that holds it.
 * @throws Error if a secret is so short that it is found by chance.
 */
export function findTraces(
  secrets: readonly KnownSecret[],
  places: Record<string, string>,
): SecretTrace[] {
  return secrets.flatMap(({ kind, where, value }) => {
    if (value.length < 8) {
      throw new Error(`The ${kind} of ${where} is too short to be looked for`);
    }
    const forms = Object.entries(toForms(value));
    return Object.entries(places).flatMap(([place, text]) => {
      const form = forms.find(([, written]) =>
        written.some(part => text.includes(part)),
      )?.[0];
      return form ? [{ place, kind, where, form }] : [];
    });
  });
}

/** The ways in which programs write a text. */
function toForms(value: string): Record<string, string[]> {
  const inJson = JSON.stringify(value).slice(1, -1);
  const encoded = toBase64(value);
  return {
    plain: [value],
    JSON: [inJson, JSON.stringify(inJson).slice(1, -1), escapeHtml(inJson)],
    base64: encoded.flatMap(text => [
      text,
      text.replace(/\+/g, '-').replace(/\//g, '_'),
    ]),
    URL: [value, ...encoded].map(encodeURIComponent),
    hex: [Buffer.from(value).toString('hex')],
  };
}

/** JSON that may stand in a page. */
function escapeHtml(text: string): string {
  return text.replace(
    /[<>&]/g,
    character => `\\u00${character.charCodeAt(0).toString(16)}`,
  );
}

/** In base64, a text looks otherwise by what is before it: its first and last characters belong to others, too. */
function toBase64(value: string): string[] {
  return [0, 1, 2].map(before => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(value)]);
    const text = bytes.toString('base64').replace(/=+$/, '');
    const own = Math.ceil((before * 8) / 6);
    return text.slice(own, bytes.length % 3 === 0 ? undefined : -1);
  });
}
