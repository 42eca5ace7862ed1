/**
 * Template tag that encodes every inserted value as one path segment, so that a value written by a
 * person can change neither the path nor the query.
 *
 * @example
 * ```ts
 * encodePath`/api/0/projects/${organization}/${project}/`
 * ```
 *
 * @public
 */
export function encodePath(
  literals: TemplateStringsArray,
  ...values: (string | number)[]
): string {
  return literals.reduce((path, literal, index) => {
    const segment = encodeURIComponent(String(values[index - 1]));
    if (segment === '.' || segment === '..' || segment === '') {
      throw new TypeError(`'${segment}' cannot be a segment of a path`);
    }
    return path + segment + literal;
  });
}
