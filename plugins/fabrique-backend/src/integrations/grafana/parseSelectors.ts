/**
 * Reads `grafana/dashboard-selector`: a tag, or tags joined by `&&` and `||`.
 *
 * @returns alternatives, each of tags that a dashboard must all bear.
 */
export function parseDashboardSelector(selector: string): string[][] {
  if (!selector.startsWith('tags @>')) return [[selector]];
  // Tags may hold the signs that join them: only those between two terms count.
  const alternatives: string[][] = [[]];
  for (const [, joint, tag] of selector.matchAll(
    /(&&|\|\|)? *tags @> '([^']+)'/g,
  )) {
    if (joint === '||') alternatives.push([]);
    alternatives.at(-1)!.push(tag);
  }
  return alternatives;
}

/** Reads `grafana/alert-label-selector`: `component=domifa,severity=critical`. */
export function parseAlertSelector(selector: string): Record<string, string> {
  return Object.fromEntries(
    selector.split(',').map(part => {
      const [name, value] = part.split('=');
      return [name.trim(), value.trim()];
    }),
  );
}
