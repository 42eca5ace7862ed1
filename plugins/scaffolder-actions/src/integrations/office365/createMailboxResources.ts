import {
  Office365MailboxState,
  Office365Provisioner,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { EnsuredResource } from '../../ensure';
import { Remover } from '../../undo/Remover';

/** What the mailbox of an application should be. */
export interface MailboxOptions {
  office365: Office365Provisioner;
  /** What stands before the @. */
  nickname: string;
  title: string;
  /** Addresses of those who decide on its members. */
  owners: string[];
  ownership: { app: string; task: string };
}

/** Output of the action. */
export type MailboxReference = { groupId: string; address: string };

const keyStart = 'office365/mailbox/';

/** A Microsoft 365 group, which is what has a mailbox of its own. */
export function createMailboxResource(
  options: MailboxOptions,
): EnsuredResource<Office365MailboxState | undefined, MailboxReference> {
  const { office365, nickname, title, ownership } = options;
  const toReference = ({ id, address }: Office365MailboxState) => ({
    groupId: id,
    address: address ?? nickname,
  });
  return {
    key: `${keyStart}${nickname}`,
    title: `mailbox ${nickname}`,
    ledger: { type: 'office365-group' },
    read: call => office365.findMailbox(nickname, call),
    plan(found) {
      if (!found) return { verb: 'create', detail: title };
      if (!found.hasMailbox) {
        return {
          verb: 'conflict',
          detail: `The address ${
            found.address ?? nickname
          } is that of a list or a security group, which has no mailbox. Choose another address.`,
        };
      }
      if (!found.owner) {
        return { verb: 'adopt', detail: 'has no owner', untagged: true };
      }
      return found.owner.app === ownership.app
        ? { verb: 'nothing', detail: found.address }
        : {
            verb: 'conflict',
            detail: `The mailbox ${found.address ?? nickname} belongs to ${
              found.owner.app
            }. Choose another address.`,
          };
    },
    async apply(found, call) {
      const present = found ?? (await office365.findMailbox(nickname, call));
      if (!present) {
        const people = await office365.findPeople(options.owners, call);
        const ownerIds = [...people.values()];
        return toReference(
          await office365.createMailbox(
            { nickname, title, ownerIds, ownership },
            call,
          ),
        );
      }
      await office365.setOwner(present.id, ownership, call);
      return toReference(present);
    },
    refer: found => toReference(found ?? { id: '', hasMailbox: true }),
    remember: ({ groupId, address }) => ({ groupId, address }),
    locate: () => `${office365.outlookUrl}/mail/`,
  };
}

/** Those who decide on the members: nobody is taken away. */
export function createMailboxOwnersResource(
  options: MailboxOptions,
): EnsuredResource<{ unknown: string[]; missing: string[] }, number> {
  const { office365, nickname, owners } = options;
  return {
    key: `${keyStart}${nickname}/owners`,
    title: `owners of ${nickname}`,
    async read(call) {
      const [mailbox, people] = await Promise.all([
        office365.findMailbox(nickname, call),
        office365.findPeople(owners, call),
      ]);
      const known = mailbox
        ? await office365.listOwnerIds(mailbox.id, call)
        : [];
      return {
        unknown: owners.filter(address => !people.has(address)),
        missing: owners.filter(
          address => !known.includes(people.get(address) ?? ''),
        ),
      };
    },
    plan({ unknown, missing }) {
      if (unknown.length > 0) {
        return {
          verb: 'conflict',
          detail: `Office 365 knows nobody with the address ${unknown.join(
            ', ',
          )}. Give the addresses of people of the directory.`,
        };
      }
      return missing.length === 0
        ? { verb: 'nothing', detail: owners.join(', ') }
        : { verb: 'update', detail: missing.join(', ') };
    },
    async apply(_found, call) {
      const mailbox = await office365.findMailbox(nickname, call);
      if (!mailbox) throw new Error(`There is no mailbox ${nickname} to own`);
      const [known, people] = await Promise.all([
        office365.listOwnerIds(mailbox.id, call),
        office365.findPeople(owners, call),
      ]);
      for (const id of people.values()) {
        if (!known.includes(id)) await office365.addOwner(mailbox.id, id, call);
      }
      return owners.length;
    },
    refer: () => owners.length,
  };
}

/** Removes a group with its mailbox. Office 365 keeps both for 30 days, in which they can be brought back. */
export function createMailboxRemover(office365: Office365Provisioner): Remover {
  const find: (
    ...args: Parameters<Remover['inspect']>
  ) => Promise<Office365MailboxState | undefined> = ({ key }, call) =>
    office365.findMailbox(key.slice(keyStart.length), call);
  return {
    nameOf: ({ key }) => key.slice(keyStart.length),
    async inspect(entry, call) {
      const mailbox = await find(entry, call);
      const owner = mailbox?.owner?.app;
      return {
        exists: mailbox !== undefined,
        ...(owner &&
          owner !== entry.application && {
            obstacle: `The ${entry.title} belongs to ${owner} by now.`,
          }),
      };
    },
    async remove(entry, call) {
      const mailbox = await find(entry, call);
      if (mailbox) await office365.deleteMailbox(mailbox.id, call);
    },
  };
}
