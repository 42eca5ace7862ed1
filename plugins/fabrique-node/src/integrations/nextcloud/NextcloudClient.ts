import { z } from 'zod/v4';
import {
  createInvalidResponseError,
  encodePath,
  parseAnswer,
  UpstreamClient,
  UpstreamPolicyTuning,
  UpstreamQuery,
} from '../../upstream';
import { NextcloudConfig } from './config';
import { createNextcloudHttp, toDavPath } from './createNextcloudHttp';
import { parseMultistatus } from './parseMultistatus';
import {
  NextcloudNode,
  NextcloudOcs,
  NextcloudShares,
  NextcloudTeamFolder,
} from './schema';
import { toOcsError } from './toOcsError';

const service = 'NextCloud';

const properties = `<?xml version="1.0"?>
<d:propfind xmlns:d="DAV:" xmlns:oc="http://owncloud.org/ns" xmlns:nc="http://nextcloud.org/ns">
  <d:prop>
    <d:getlastmodified/>
    <d:resourcetype/>
    <d:quota-used-bytes/>
    <d:quota-available-bytes/>
    <oc:fileid/>
    <oc:size/>
    <nc:group-folder-id/>
  </d:prop>
</d:propfind>`;

interface CallOptions {
  signal?: AbortSignal;
}

/**
 * Reads folders of NextCloud. Every method throws `UpstreamError`.
 *
 * @see https://docs.nextcloud.com/server/latest/developer_manual/client_apis/
 *
 * @public
 */
export class NextcloudClient {
  readonly #http: UpstreamClient;
  readonly #user: string;

  /** Makes a client of one account. */
  static create(
    config: NextcloudConfig,
    tuning: UpstreamPolicyTuning = {},
  ): NextcloudClient {
    return new NextcloudClient(
      createNextcloudHttp(config, tuning),
      config.user,
    );
  }

  private constructor(http: UpstreamClient, user: string) {
    this.#http = http;
    this.#user = user;
  }

  /**
   * Reads a folder and what is directly in it, in one request.
   *
   * @param path - segments with a slash between them, as people write them
   */
  async getFolder(
    path: string,
    options: CallOptions,
  ): Promise<{ folder: NextcloudNode; entries: NextcloudNode[] }> {
    const operation = { service, name: 'read folder' };
    const { body } = await this.#http.requestText(toDavPath(this.#user, path), {
      operation: operation.name,
      method: 'PROPFIND',
      headers: { depth: '1' },
      xml: properties,
      ...options,
    });
    const nodes = parseMultistatus(body, operation);
    // Addresses of what is in a folder begin with that of the folder.
    const [folder, ...entries] = nodes.sort(
      (a, b) => a.href.length - b.href.length,
    );
    if (!folder) throw createInvalidResponseError(operation, 'no folder');
    return { folder, entries };
  }

  /** Whom a folder is shared with, by whomever. */
  listShares(path: string, options: CallOptions): Promise<NextcloudShares> {
    return this.#readOcs(
      '/ocs/v2.php/apps/files_sharing/api/v1/shares',
      NextcloudShares,
      { operation: 'list shares', query: { path: `/${path}`, reshares: true } },
      options,
    );
  }

  /**
   * Reads a folder that belongs to groups. An account that is no administrator's sees its own groups only.
   *
   * @see https://github.com/nextcloud/groupfolders#apis
   */
  getTeamFolder(
    id: string,
    options: CallOptions,
  ): Promise<NextcloudTeamFolder> {
    return this.#readOcs(
      encodePath`/index.php/apps/groupfolders/folders/${id}`,
      NextcloudTeamFolder,
      { operation: 'read team folder' },
      options,
    );
  }

  async #readOcs<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    request: { operation: string; query?: UpstreamQuery },
    options: CallOptions,
  ): Promise<z.infer<Schema>> {
    const { operation, query } = request;
    const { body } = await this.#http.requestJson(path, NextcloudOcs, {
      operation,
      query: { format: 'json', ...query },
      headers: { 'OCS-APIRequest': 'true' },
      ...options,
    });
    const error = toOcsError(body.ocs.meta, operation);
    if (error) throw error;
    return parseAnswer(schema, body.ocs.data, { service, name: operation });
  }
}
