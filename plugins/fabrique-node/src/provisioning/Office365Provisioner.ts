import { z } from 'zod/v4';
import { Office365Client, Office365Config } from '../integrations/office365';
import {
  createOffice365Http,
  Office365Tuning,
} from '../integrations/office365/createOffice365Http';
import { looseArray, encodePath, UpstreamClient } from '../upstream';
import { absentWhenNotFound } from './absentWhenNotFound';
import {
  fromOwnershipComment,
  Ownership,
  toOwnershipComment,
} from './ownership';

const Group = z.object({
  id: z.string(),
  mail: z.string().nullish(),
  description: z.string().nullish(),
  groupTypes: looseArray(z.string()).catch([]),
});
const Groups = z.object({ value: looseArray(Group) });

/**
 * A group of the directory, as far as the actions look at it.
 *
 * @public
 */
export interface Office365MailboxState {
  id: string;
  /** Address of its mailbox; Office 365 may need a moment to give it one. */
  address?: string;
  owner?: Ownership;
  /** Whether it has a mailbox of its own, as only Microsoft 365 groups have. */
  hasMailbox: boolean;
}

interface CallOptions {
  signal?: AbortSignal;
}

/**
 * Groups with a mailbox, through Microsoft Graph. Whose a group is stands at the end of its description.
 * Every method throws `UpstreamError`.
 *
 * @see https://learn.microsoft.com/graph/api/resources/group
 *
 * @public
 */
export class Office365Provisioner {
  /** Outlook on the web. */
  readonly outlookUrl: string;
  readonly #http: UpstreamClient;
  readonly #baseUrl: string;
  readonly #reader: Office365Client;

  constructor(config: Office365Config, tuning: Office365Tuning = {}) {
    const { http, baseUrl } = createOffice365Http(config, tuning);
    this.#http = http;
    this.#baseUrl = baseUrl;
    this.outlookUrl = config.outlookUrl;
    this.#reader = Office365Client.create(config, tuning);
  }

  /** Finds the group with a nickname: what stands before the @ of its address. */
  async findMailbox(
    nickname: string,
    call: CallOptions = {},
  ): Promise<Office365MailboxState | undefined> {
    const { body } = await this.#http.requestJson('/groups', Groups, {
      operation: 'find group',
      query: {
        $filter: `mailNickname eq '${nickname.replace(/'/g, "''")}'`,
        $select: 'id,mail,description,groupTypes',
      },
      ...call,
    });
    const [group] = body.value;
    return group && toState(group);
  }

  /** Numbers of the people who have these addresses, as they are written in the directory. */
  async findPeople(
    addresses: string[],
    call: CallOptions = {},
  ): Promise<Map<string, string>> {
    const users = await this.#reader.findUsers(addresses, call);
    return new Map(users.map(({ id, mail }) => [mail.toLowerCase(), id]));
  }

  /** Makes a group with a mailbox; its owners are members too, as only those get its messages. */
  async createMailbox(
    wish: {
      nickname: string;
      title: string;
      ownerIds: string[];
      ownership: Ownership;
    },
    call: CallOptions = {},
  ): Promise<Office365MailboxState> {
    const people = wish.ownerIds.map(id => this.#toUser(id));
    const { body } = await this.#http.requestJson('/groups', Group, {
      operation: 'create group',
      method: 'POST',
      json: {
        displayName: wish.title,
        mailNickname: wish.nickname,
        description: toDescription(wish.ownership),
        groupTypes: ['Unified'],
        mailEnabled: true,
        securityEnabled: false,
        visibility: 'Private',
        'owners@odata.bind': people,
        'members@odata.bind': people,
      },
      ...call,
    });
    return toState(body);
  }

  /** Writes down whose a group is. */
  async setOwner(
    id: string,
    ownership: Ownership,
    call: CallOptions = {},
  ): Promise<void> {
    await this.#http.requestText(encodePath`/groups/${id}`, {
      operation: 'change group',
      method: 'PATCH',
      idempotent: true,
      json: { description: toDescription(ownership) },
      ...call,
    });
  }

  /** Numbers of those who own a group. */
  async listOwnerIds(id: string, call: CallOptions = {}): Promise<string[]> {
    const owners = await this.#reader.listOwners(id, call);
    return owners.map(owner => owner.id);
  }

  /** Makes somebody an owner. Ask first whether they are one: Graph refuses a second time. */
  async addOwner(
    id: string,
    userId: string,
    call: CallOptions = {},
  ): Promise<void> {
    await this.#http.requestText(encodePath`/groups/${id}/owners/$ref`, {
      operation: 'add owner',
      method: 'POST',
      json: { '@odata.id': this.#toUser(userId) },
      ...call,
    });
  }

  /** Removes a group with its mailbox, which Office 365 keeps for 30 days. One that is gone already is well. */
  async deleteMailbox(id: string, call: CallOptions = {}): Promise<void> {
    await absentWhenNotFound(
      this.#http.requestText(encodePath`/groups/${id}`, {
        operation: 'delete group',
        method: 'DELETE',
        ...call,
      }),
    );
  }

  #toUser(id: string): string {
    return `${this.#baseUrl}/users/${encodeURIComponent(id)}`;
  }
}

function toDescription(ownership: Ownership): string {
  return `${ownership.app} ${toOwnershipComment(ownership)}`;
}

function toState(group: z.infer<typeof Group>): Office365MailboxState {
  const mark = /\{.*\}$/.exec(group.description ?? '')?.[0];
  return {
    id: group.id,
    ...(group.mail && { address: group.mail.toLowerCase() }),
    owner: fromOwnershipComment(mark),
    hasMailbox: group.groupTypes.includes('Unified'),
  };
}
