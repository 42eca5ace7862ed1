import { z } from 'zod/v4';
import { looseArray } from '../../upstream';

// Minimal versions of Microsoft Graph's answers: only the fields that the view needs.

/** A group that has an address. @public */
export const Office365Group = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  mail: z.string(),
  /** Holds `Unified` for a Microsoft 365 group; distribution lists have none. */
  groupTypes: looseArray(z.string()).catch([]),
});
/** @public */
export type Office365Group = z.infer<typeof Office365Group>;

/** A user, which also shared mailboxes are. @public */
export const Office365User = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  mail: z.string(),
});
/** @public */
export type Office365User = z.infer<typeof Office365User>;

/** An owner of a group: a person, or an application. @public */
export const Office365Owner = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
});
/** @public */
export type Office365Owner = z.infer<typeof Office365Owner>;

/** @public */
export const Office365MailboxSettings = z.object({
  /** `shared`, `user`, `room` and others. */
  userPurpose: z.string().nullish(),
});

/** One page of a list. @public */
export const Office365Page = z.object({
  value: z.array(z.unknown()),
  '@odata.nextLink': z.string().nullish(),
});
