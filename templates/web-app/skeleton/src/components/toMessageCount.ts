/** « un message », « 1 284 messages » : en français, zéro est au singulier. */
export function toMessageCount(total: number): string {
  return `${total.toLocaleString('fr-FR')} ${total < 2 ? 'message' : 'messages'}`;
}
