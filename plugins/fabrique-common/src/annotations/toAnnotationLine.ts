/** What YAML reads as a text without quotes, whatever follows on the line. */
const plainText = /^[A-Za-z/][^\s:#'"`]*(:[^\s:#'"`]+)*$/;
/** What YAML reads as something else than a text. */
const otherScalar = /^(true|false|null|yes|no|on|off|\.nan|\.inf)$/i;

/**
 * The line of `catalog-info.yaml` that gives an annotation a value, to be pasted below
 * `annotations:`. Quoted where YAML would not read a text: annotations are texts.
 *
 * @public
 */
export function toAnnotationLine(name: string, value: string): string {
  const isPlain = plainText.test(value) && !otherScalar.test(value);
  return `${name}: ${isPlain ? value : JSON.stringify(value)}`;
}
