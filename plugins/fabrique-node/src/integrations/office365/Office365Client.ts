import { z } from 'zod/v4';
import {
  createInvalidResponseError,
  encodePath,
  looseArray,
  neverAbsent,
  parseAnswer,
  UpstreamClient,
  UpstreamQuery,
  UpstreamResponse,
} from '../../upstream';
import { Office365Config } from './config';
import { createOffice365Http, Office365Tuning } from './createOffice365Http';
import {
  Office365Group,
  Office365MailboxSettings,
  Office365Owner,
  Office365Page,
  Office365User,
} from './schema';

const service = 'Office 365';

/** Graph takes no more values in one `in`. */
const addressesAtOnce = 15;

/** More pages than any list here has; a list without an end would never be given up. */
const mostPages = 100;

interface CallOptions {
  signal?: AbortSignal;
}

/**
 * Reads mailboxes through Microsoft Graph. Lists are complete. Every method throws `UpstreamError`.
 *
 * @see https://learn.microsoft.com/graph/api/overview
 *
 * @public
 */
export class Office365Client {
  readonly #http: UpstreamClient;
  readonly #baseUrl: string;

  /** Makes a client of one directory, which signs in with the secret of an application registration. */
  static create(
    config: Office365Config,
    tuning: Office365Tuning = {},
  ): Office365Client {
    const { http, baseUrl } = createOffice365Http(config, tuning);
    return new Office365Client(http, baseUrl);
  }

  private constructor(http: UpstreamClient, baseUrl: string) {
    this.#http = http;
    this.#baseUrl = baseUrl;
  }

  /** Finds the groups and lists that have one of these addresses. */
  findGroups(
    addresses: string[],
    options: CallOptions,
  ): Promise<Office365Group[]> {
    return this.#findByMail('groups', Office365Group, addresses, {
      select: 'id,displayName,mail,groupTypes',
      ...options,
    });
  }

  /** Finds the users, shared mailboxes among them, that have one of these addresses. */
  findUsers(
    addresses: string[],
    options: CallOptions,
  ): Promise<Office365User[]> {
    return this.#findByMail('users', Office365User, addresses, {
      select: 'id,displayName,mail',
      ...options,
    });
  }

  /** Counts the direct members of a group. */
  async countMembers(groupId: string, options: CallOptions): Promise<number> {
    const operation = { service, name: 'count members' };
    const { body } = await this.#http.requestText(
      encodePath`/groups/${groupId}/members/$count`,
      {
        operation: operation.name,
        headers: { ConsistencyLevel: 'eventual' },
        ...options,
      },
    );
    // A number as plain text, which Graph may begin with a byte order mark.
    const text = body.replace(/^\uFEFF/, '').trim();
    if (/^\d+$/.test(text)) return Number(text);
    throw createInvalidResponseError(operation, 'no number');
  }

  /**
   * Lists the owners of a group. Graph knows none of lists that were made in Exchange, and gives an empty
   * list for those.
   *
   * @see https://learn.microsoft.com/graph/api/group-list-owners
   */
  listOwners(groupId: string, options: CallOptions): Promise<Office365Owner[]> {
    return this.#listAll(
      encodePath`/groups/${groupId}/owners`,
      Office365Owner,
      {
        operation: 'list owners',
        query: { $select: 'id,displayName', $top: 100 },
        ...options,
      },
    );
  }

  /** Says what a user's mailbox is for: `shared`, `user`; undefined where Graph does not tell. */
  async getMailboxPurpose(
    userId: string,
    options: CallOptions,
  ): Promise<string | undefined> {
    const { body } = await this.#http.requestJson(
      encodePath`/users/${userId}/mailboxSettings`,
      Office365MailboxSettings,
      {
        operation: 'read mailbox',
        query: { $select: 'userPurpose' },
        ...options,
      },
    );
    return body.userPurpose ?? undefined;
  }

  async #findByMail<Schema extends z.ZodType>(
    kind: 'groups' | 'users',
    schema: Schema,
    addresses: string[],
    options: CallOptions & { select: string },
  ): Promise<z.infer<Schema>[]> {
    const { select, ...others } = options;
    const found: z.infer<Schema>[] = [];
    for (let start = 0; start < addresses.length; start += addressesAtOnce) {
      const some = addresses.slice(start, start + addressesAtOnce);
      const operation = `find ${kind}`;
      // Every directory has these lists: without them, the address is not Graph's.
      const page = await neverAbsent(
        { service, name: operation },
        this.#listAll(`/${kind}`, schema, {
          operation,
          query: {
            $filter: `mail in (${some.map(toLiteral).join(',')})`,
            $select: select,
          },
          ...others,
        }),
      );
      found.push(...page);
    }
    return found;
  }

  async #listAll<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    request: { operation: string; query: UpstreamQuery } & CallOptions,
  ): Promise<z.infer<Schema>[]> {
    const operation = { service, name: request.operation };
    const items: z.infer<Schema>[] = [];
    let next: { path: string; query: UpstreamQuery } | undefined = {
      path,
      query: request.query,
    };
    for (let count = 0; next; count++) {
      if (count === mostPages) {
        throw createInvalidResponseError(operation, 'a list without an end');
      }
      const page: UpstreamResponse<z.infer<typeof Office365Page>> =
        await this.#http.requestJson(next.path, Office365Page, {
          ...request,
          query: next.query,
        });
      const { value, '@odata.nextLink': link } = page.body;
      items.push(...parseAnswer(looseArray(schema), value, operation));
      next = link ? this.#readLink(link, operation) : undefined;
    }
    return items;
  }

  /** A page's link to the next is a whole address: the token goes to no other host. */
  #readLink(
    link: string,
    operation: { service: string; name: string },
  ): { path: string; query: UpstreamQuery } {
    if (!URL.canParse(link) || !link.startsWith(`${this.#baseUrl}/`)) {
      throw createInvalidResponseError(operation, 'a link to another host');
    }
    const [path, search = ''] = link.slice(this.#baseUrl.length).split('?');
    return { path, query: Object.fromEntries(new URLSearchParams(search)) };
  }
}

/** A text in a filter of OData: quotes in it are doubled. */
function toLiteral(text: string): string {
  return `'${text.replace(/'/g, "''")}'`;
}
