/** Tokens that say what they are, credentials in an address, keys of Azure. */
const knownSecrets = [
  /\b(gh[pousr]|github_pat)_\w{20,}/,
  /\bgl(pat|dt|rt|ptt|cbt|ft|soat)-[\w-]{15,}/,
  /\bsntry[su]_\w{20,}/,
  /\bglsa_\w{20,}/,
  /\bxox[abeprs]-[\w-]{10,}/,
  /\bAKIA[0-9A-Z]{16}\b/,
  /\beyJ[\w-]{10,}\.[\w-]{10,}/,
  /-----BEGIN [A-Z ]*PRIVATE KEY/,
  /\b(AccountKey|SharedAccessSignature|password|passwd|secret|token_auth)\s*=/i,
  /[?&](sig|token|access_token|token_auth|api_key)=/i,
  /:\/\/([^\s/?#:@]+:[^\s/?#@]+|[0-9a-f]{32})@/,
];

/** What only chance writes: 32 hexadecimal digits, or 40 letters and digits of all sorts. */
const randomSecrets = [
  /(?<![0-9a-f])(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{32,}(?![0-9a-f])/i,
  /(?=[\w+]*\d)(?=[\w+]*[a-z])(?=[\w+]*[A-Z])[\w+]{40,}={0,2}/,
];

/**
 * Whether a value looks like a token or a password, which belong in no file of a repository.
 *
 * @param options - `strict` also takes what is merely random, which the hash of a commit is too
 *
 * @public
 */
export function looksSecret(
  value: string,
  options: { strict: boolean },
): boolean {
  return [...knownSecrets, ...(options.strict ? randomSecrets : [])].some(
    pattern => pattern.test(value),
  );
}
