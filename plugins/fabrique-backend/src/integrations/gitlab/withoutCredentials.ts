/**
 * Cuts credentials out of addresses. GitLab masks them in the address of a mirror, and repeats what git
 * says in its errors.
 */
export function withoutCredentials(text: string): string {
  return text.replace(/\/\/[^\s/@]*@/g, '//');
}
