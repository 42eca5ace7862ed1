/** Every value of a repeated parameter. */
export function readList(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter(
    item => typeof item === 'string',
  );
}
