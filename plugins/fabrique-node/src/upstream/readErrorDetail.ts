const longest = 500;
const deepest = 3;

/**
 * The upstream's own words, where its error is JSON as usual; an HTML page says nothing. Sentry and
 * GitLab give an object with the words of each field in place of a sentence.
 */
export function readErrorDetail(text: string): string | undefined {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return undefined;
  }
  return findWords(body)?.slice(0, longest) || undefined;
}

function findWords(value: unknown, depth = 0): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || depth > deepest) {
    return undefined;
  }
  if (Array.isArray(value)) {
    const words = value.flatMap(item => findWords(item, depth + 1) ?? []);
    return words.join(', ') || undefined;
  }
  const { detail, message, error, errors } = value as Record<string, unknown>;
  for (const candidate of [detail, message, error, errors]) {
    const words = findWords(candidate, depth + 1);
    if (words) return words;
  }
  const fields = Object.entries(value).flatMap(([field, item]) => {
    // A field's own words come as a list; what is a text or a number is no error.
    const words = Array.isArray(item) ? findWords(item, depth + 1) : undefined;
    return words ? [`${field}: ${words}`] : [];
  });
  return fields.join('; ') || undefined;
}
