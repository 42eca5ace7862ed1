import { z } from 'zod/v4';
import { looseArray } from '../../upstream';

// Minimal versions of Tipimail's answers: only the fields that the view needs. Tipimail writes their
// names in more than one case (`iPFilterEnabled`, `ipFilterEnabled`), so the case does not count.

function lenientObject<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.preprocess(withKnownNames(Object.keys(shape)), z.object(shape));
}

function withKnownNames(names: string[]): (value: unknown) => unknown {
  const known = new Map(names.map(name => [name.toLowerCase(), name]));
  return value =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value).map(([name, item]) => [
            known.get(name.toLowerCase()) ?? name,
            item,
          ]),
        )
      : value;
}

const count = z.coerce.number().catch(0);
const flag = z.union([z.boolean(), z.stringbool()]).nullish().catch(undefined);

/** A domain from which the account sends. @public */
export const TipimailDomainSettings = lenientObject({
  sending: z.string(),
  verifiedDkim: flag,
  verifiedSpf: flag,
});
/** @public */
export type TipimailDomainSettings = z.infer<typeof TipimailDomainSettings>;

/** @public */
export const TipimailDomains = looseArray(TipimailDomainSettings);
/** @public */
export type TipimailDomains = z.infer<typeof TipimailDomains>;

/** What became of the messages of a time, by state. @public */
export const TipimailSends = lenientObject({
  /** Taken from the application. Required: an answer without it is no statistics of nothing. */
  requested: z.coerce.number(),
  delivered: count,
  /** Not sent, as the recipient is on the account's list of those who must not be written to. */
  rejected: count,
  /** Not sent, as the message is not right. */
  error: count,
  hardbounced: count,
  softbounced: count,
  complaint: count,
});
/** @public */
export type TipimailSends = z.infer<typeof TipimailSends>;

/**
 * Messages by the day on which they were sent: seconds since 1970, or ISO 8601. Without any, an empty
 * list may stand in place of the object.
 *
 * @public
 */
export const TipimailSendsByDate = z.union([
  z.record(z.string(), lenientObject({ requested: z.coerce.number() })),
  z
    .array(z.unknown())
    .transform((): Record<string, { requested: number }> => ({})),
]);
/** @public */
export type TipimailSendsByDate = z.infer<typeof TipimailSendsByDate>;

/** A key with which applications sign in. @public */
export const TipimailApiKey = lenientObject({
  id: z.string(),
  /** The secret itself; absent where Tipimail shows it only once. */
  key: z.string().nullish(),
  description: z.string().nullish(),
});
/** @public */
export type TipimailApiKey = z.infer<typeof TipimailApiKey>;

/** @public */
export const TipimailApiKeys = looseArray(TipimailApiKey);
