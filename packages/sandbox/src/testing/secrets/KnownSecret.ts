/** A secret that must be nowhere but where it belongs. */
export interface KnownSecret {
  /** What it opens: `database password`. */
  kind: string;
  /** Where it was read, for messages: never the value. */
  where: string;
  value: string;
}

/** What the keys of secrets hold; a key that is not here holds a secret of its own. */
const kinds: Record<string, string | undefined> = {
  PGPASSWORD: 'database password',
  SENTRY_DSN: 'Sentry key',
  NEXT_PUBLIC_SENTRY_DSN: 'Sentry key',
  SMTP_PASSWORD: 'Tipimail key',
  azurestorageaccountkey: 'storage key',
  azurestoragesastoken: 'storage signature',
};

/** Keys that anybody may read, and addresses whose password has a key of its own. */
const others =
  /^(PG(HOST|PORT|USER|DATABASE|SSLMODE)|SMTP_(HOST|PORT|USER|FROM)|azurestorage(accountname|containerurl)|(HASURA_GRAPHQL_)?DATABASE_URL|DB_URI|PGRST_DB_URI)$/;

/** The secrets among the values of one place, by their keys. */
export function toKnownSecrets(
  where: string,
  values: Record<string, string>,
): KnownSecret[] {
  return Object.entries(values)
    .filter(([key]) => !others.test(key))
    .map(([key, value]) => ({
      kind: kinds[key] ?? 'random value',
      where: `${where}, ${key}`,
      value: toSecretPart(value),
    }));
}

/** What of a value is secret: of an address its user, of a signed address its signature. */
function toSecretPart(value: string): string {
  if (URL.canParse(value)) return new URL(value).username || value;
  return new URLSearchParams(value).get('sig') ?? value;
}
