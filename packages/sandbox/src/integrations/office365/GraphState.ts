import { fleet } from '../../fleet/fleet';
import { membersOf, people } from '../../fleet/seedPeople';
import { toUuid } from '../../fleet/stableNoise';
import { DocumentStore } from '../../kernel/DocumentStore';
import { SandboxContext } from '../../kernel/Facade';

/** A group of the directory, in Graph's own words, with the ids of its people. */
export interface GraphGroup {
  id: string;
  displayName: string;
  description?: string;
  mail: string;
  mailEnabled: boolean;
  mailNickname: string;
  securityEnabled: boolean;
  /** `Unified` for a Microsoft 365 group; a distribution list has none. */
  groupTypes: string[];
  createdDateTime: string;
  members: string[];
  owners: string[];
}

/** A user of the directory: a person, or a shared mailbox. */
export interface GraphUser {
  id: string;
  displayName: string;
  mail: string;
  userPurpose: 'user' | 'shared';
}

/** Groups and users of the directory, on disk. */
export class GraphState {
  readonly groups: DocumentStore<GraphGroup>;
  readonly users: DocumentStore<GraphUser>;
  readonly #context: SandboxContext;

  constructor(context: SandboxContext) {
    this.#context = context;
    this.groups = context.documents('office365-groups');
    this.users = context.documents('office365-users');
  }

  now(): Date {
    return this.#context.now();
  }

  seed(): void {
    if (this.users.size > 0) return;
    const byId = <T extends { id: string }>(item: T): [string, T] => [
      item.id,
      item,
    ];
    this.users.putAll([
      ...people.map(({ displayName, email }) =>
        byId(toUser(displayName, email, 'user')),
      ),
      ...seededMailboxes('support').map(({ address, title }) =>
        byId(toUser(`Support ${title}`, address, 'shared')),
      ),
    ]);
    this.groups.putAll([
      ...seededMailboxes('contact').map(({ address, title, team, hasOwner }) =>
        byId(toGroup(`Contact ${title}`, address, team, ['Unified'], hasOwner)),
      ),
      // Graph does not know who owns what was made in Exchange.
      ...seededMailboxes('equipe').map(({ address, title, team }) =>
        byId(toGroup(`Équipe ${title}`, address, team, [], false)),
      ),
    ]);
  }
}

/** Each address of the fleet once, as products share theirs. */
function seededMailboxes(prefix: string) {
  const addresses = new Set<string>();
  return fleet.flatMap(({ title, team, scenarios, mailboxes = [] }) =>
    mailboxes
      .filter(address => address.startsWith(`${prefix}.`))
      .filter(address => !addresses.has(address))
      .map(address => {
        addresses.add(address);
        const hasOwner = !scenarios.includes('mailbox-without-owner');
        return { address, title, team, hasOwner };
      }),
  );
}

function toUser(
  displayName: string,
  mail: string,
  userPurpose: GraphUser['userPurpose'],
): GraphUser {
  return { id: toUuid('graph-user', mail), displayName, mail, userPurpose };
}

function toGroup(
  displayName: string,
  mail: string,
  team: string,
  groupTypes: string[],
  hasOwner: boolean,
): GraphGroup {
  const members = membersOf(team).map(({ email }) =>
    toUuid('graph-user', email),
  );
  return {
    id: toUuid('graph-group', mail),
    displayName,
    mail,
    mailEnabled: true,
    mailNickname: mail.split('@')[0],
    securityEnabled: false,
    groupTypes,
    createdDateTime: '2022-03-01T09:00:00Z',
    members,
    owners: hasOwner ? members.slice(0, 1) : [],
  };
}
