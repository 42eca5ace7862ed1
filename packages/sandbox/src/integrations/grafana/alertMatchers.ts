type Labels = Record<string, string>;

/** A matcher that cannot be read. */
export class BadMatcher extends Error {}

/**
 * Reads a matcher of the Alertmanager: `component="domifa"`, `severity=~"warning|critical"`.
 *
 * @throws BadMatcher
 */
export function parseMatcher(text: string): (labels: Labels) => boolean {
  const [, name, operator, written] =
    /^\s*([A-Za-z_][A-Za-z0-9_]*)\s*(=~|!~|!=|=)\s*(.*?)\s*$/s.exec(text) ?? [];
  if (!name) throw new BadMatcher(`bad matcher format: ${text}`);
  const value = unquote(written, text);
  if (operator === '=' || operator === '!=') {
    return labels => ((labels[name] ?? '') === value) === (operator === '=');
  }
  let pattern: RegExp;
  try {
    pattern = new RegExp(`^(?:${value})$`);
  } catch (cause) {
    throw new BadMatcher(`bad matcher format: ${text}`, { cause });
  }
  return labels => pattern.test(labels[name] ?? '') === (operator === '=~');
}

function unquote(written: string, text: string): string {
  if (!written.startsWith('"')) return written;
  if (!/^"(?:[^"\\]|\\.)*"$/s.test(written)) {
    throw new BadMatcher(
      `matcher value contains unescaped double quote: ${text}`,
    );
  }
  return written
    .slice(1, -1)
    .replace(/\\(.)/gs, (_, character: string) =>
      character === 'n' ? '\n' : character,
    );
}
