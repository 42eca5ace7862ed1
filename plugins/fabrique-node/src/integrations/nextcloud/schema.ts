import { z } from 'zod/v4';
import { looseArray } from '../../upstream';

// Minimal versions of NextCloud's answers: only the fields that the view needs. WebDAV writes every
// value as text, and a property that a thing has not stands in a part of the answer of its own.

const text = z.string().nullish().catch(undefined);
const count = z.coerce.number().nullish().catch(undefined);

/** Properties of a folder or a file. @public */
export const NextcloudProperties = z.object({
  /** HTTP date. */
  getlastmodified: text,
  /** Of a folder, it has an element `collection`. */
  resourcetype: z.unknown().optional(),
  /** Of everything in it; negative as long as it is not summed up. */
  size: count,
  fileid: text,
  'quota-used-bytes': count,
  /** Negative where it is not limited, or not known. */
  'quota-available-bytes': count,
  /** Of the app that gives teams folders of their own. */
  'group-folder-id': text,
  /** Written by the portal: whose the folder is, and which task made it. */
  'fabrique-app': text,
  'fabrique-task': text,
});
/** @public */
export type NextcloudProperties = z.infer<typeof NextcloudProperties>;

const NextcloudPart = z.object({ status: z.string(), prop: z.unknown() });

/** A folder or a file. @public */
export const NextcloudNode = z
  .object({ href: z.string(), propstat: z.array(NextcloudPart) })
  .transform(({ href, propstat }, context) => {
    const found = propstat.find(({ status }) => / 200( |$)/.test(status));
    const properties = NextcloudProperties.safeParse(found?.prop);
    if (properties.success) return { href, properties: properties.data };
    context.addIssue('No properties');
    return z.NEVER;
  });
/** @public */
export type NextcloudNode = z.infer<typeof NextcloudNode>;

/** What PROPFIND answers, as the XML parser gives it. @public */
export const NextcloudMultistatus = z
  .object({ multistatus: z.object({ response: looseArray(NextcloudNode) }) })
  .transform(({ multistatus }) => multistatus.response);

/** What OCS, the other half of the API, wraps its answers in. @public */
export const NextcloudOcs = z.object({
  ocs: z.object({
    meta: z.object({
      statuscode: z.coerce.number(),
      message: text,
    }),
    data: z.unknown(),
  }),
});

/** One way in which a folder is shared. @public */
export const NextcloudShare = z.object({
  /** 0 a user, 1 a group, 3 a public link, 7 a team; others with people elsewhere. */
  share_type: z.coerce.number(),
  share_with: text,
  share_with_displayname: text,
  /** Bits: 1 read, 2 update, 4 create, 8 delete, 16 share. */
  permissions: z.coerce.number().catch(1),
});
/** @public */
export const NextcloudShares = looseArray(NextcloudShare);
/** @public */
export type NextcloudShares = z.infer<typeof NextcloudShares>;

const NextcloudTeamGroup = z.object({
  displayName: text,
  permissions: z.coerce.number().catch(1),
});

/** A folder that belongs to groups, and not to an account. @public */
export const NextcloudTeamFolder = z.object({
  /** Permissions by the id of each group; PHP writes an empty list where there is none. */
  groups: z.union([
    z.record(z.string(), z.coerce.number()),
    z.array(z.never()).transform((): Record<string, number> => ({})),
  ]),
  /** Of newer versions: the same with names. */
  group_details: z
    .record(z.string(), NextcloudTeamGroup)
    .nullish()
    .catch(undefined),
});
/** @public */
export type NextcloudTeamFolder = z.infer<typeof NextcloudTeamFolder>;
