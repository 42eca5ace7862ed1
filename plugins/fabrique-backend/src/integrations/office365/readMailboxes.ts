import {
  absentFor,
  Office365Client,
  Office365Group,
  Office365Owner,
  Office365User,
} from '@socialgouv/backstage-plugin-fabrique-node';

/** What Graph answered about some addresses. */
export interface Office365Answers {
  groups: {
    group: Office365Group;
    memberCount: number;
    /** Absent of what was made in Exchange: Graph does not know who owns that. */
    owners?: Office365Owner[];
  }[];
  users: { user: Office365User; purpose?: string }[];
}

/** Asks for groups first, and looks among the users for what is none. */
export async function readMailboxes(
  client: Office365Client,
  addresses: string[],
  options: { signal: AbortSignal },
): Promise<Office365Answers> {
  const groups = await client.findGroups(addresses, options);
  const known = new Set(groups.map(({ mail }) => mail.toLowerCase()));
  const others = addresses.filter(address => !known.has(address));
  const readGroup = async (group: Office365Group) => {
    const [memberCount, owners] = await Promise.all([
      client.countMembers(group.id, options),
      isMicrosoft365Group(group)
        ? client.listOwners(group.id, options)
        : undefined,
    ]);
    return { group, memberCount, owners };
  };
  const readUsers = async () => {
    if (others.length === 0) return [];
    const users = await client.findUsers(others, options);
    return Promise.all(
      users.map(async user => ({
        user,
        // A permission of its own, which the portal may not have; a user may have no mailbox.
        purpose: await absentFor(
          ['forbidden', 'not-found'],
          client.getMailboxPurpose(user.id, options),
        ),
      })),
    );
  };
  const [readGroups, users] = await Promise.all([
    Promise.all(groups.map(readGroup)),
    readUsers(),
  ]);
  return { groups: readGroups, users };
}

/** The only kind of group with a mailbox of its own, and with owners that Graph knows. */
export function isMicrosoft365Group(group: Office365Group): boolean {
  return group.groupTypes.includes('Unified');
}
