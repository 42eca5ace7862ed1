import {
  createNextcloudHttp,
  toDavPath,
} from '../integrations/nextcloud/createNextcloudHttp';
import {
  NextcloudClient,
  NextcloudConfig,
  NextcloudOcs,
} from '../integrations/nextcloud';
import { parseMultistatus } from '../integrations/nextcloud/parseMultistatus';
import { toOcsError } from '../integrations/nextcloud/toOcsError';
import {
  createInvalidResponseError,
  isUpstreamError,
  UpstreamClient,
  UpstreamPolicyTuning,
} from '../upstream';
import { absentWhenNotFound } from './absentWhenNotFound';
import { fromOwnershipTags, Ownership, toOwnershipTags } from './ownership';

/**
 * A folder, as far as the actions look at it.
 *
 * @public
 */
export interface NextcloudFolderState {
  /** Number of the folder, also in its address. */
  id: string;
  owner?: Ownership;
  /** Files and folders that are directly in it. */
  entryCount: number;
}

interface CallOptions {
  signal?: AbortSignal;
}

const namespace = 'https://fabrique.social.gouv.fr/ns';

const ownershipProperties = `<?xml version="1.0"?>
<d:propfind xmlns:d="DAV:" xmlns:oc="http://owncloud.org/ns" xmlns:f="${namespace}">
  <d:prop>
    <d:resourcetype/>
    <oc:fileid/>
    <f:fabrique-app/>
    <f:fabrique-task/>
  </d:prop>
</d:propfind>`;

/** A share with a group, and what its members may: all but share further. */
const groupShare = { shareType: 1, permissions: 15 };

/**
 * Folders of the portal's account on NextCloud. Whose a folder is stands in properties of WebDAV, which
 * people do not see. Every method throws `UpstreamError`.
 *
 * @see https://docs.nextcloud.com/server/latest/developer_manual/client_apis/WebDAV/
 *
 * @public
 */
export class NextcloudProvisioner {
  readonly #http: UpstreamClient;
  readonly #config: NextcloudConfig;
  readonly #reader: NextcloudClient;

  constructor(config: NextcloudConfig, tuning: UpstreamPolicyTuning = {}) {
    this.#config = config;
    this.#http = createNextcloudHttp(config, tuning);
    this.#reader = NextcloudClient.create(config, tuning);
  }

  /** Page of a folder. */
  toFolderUrl(id: string): string {
    return `${this.#config.baseUrl}/f/${encodeURIComponent(id)}`;
  }

  /** Reads a folder. */
  async findFolder(
    path: string,
    call: CallOptions = {},
  ): Promise<NextcloudFolderState | undefined> {
    const operation = { service: 'NextCloud', name: 'read folder' };
    const answer = await absentWhenNotFound(
      this.#http.requestText(this.#toPath(path), {
        operation: operation.name,
        method: 'PROPFIND',
        headers: { depth: '1' },
        xml: ownershipProperties,
        ...call,
      }),
    );
    if (!answer) return undefined;
    const nodes = parseMultistatus(answer.body, operation);
    // Addresses of what is in a folder begin with that of the folder.
    const [folder, ...entries] = nodes.sort(
      (a, b) => a.href.length - b.href.length,
    );
    const id = folder?.properties.fileid;
    if (!id) throw createInvalidResponseError(operation, 'no folder');
    return {
      id,
      owner: fromOwnershipTags(folder.properties),
      entryCount: entries.length,
    };
  }

  /** Makes a folder, and those that it is in. May be repeated. */
  async createFolder(path: string, call: CallOptions = {}): Promise<void> {
    const segments = path.split('/');
    for (const [index] of segments.entries()) {
      await this.#makeOne(segments.slice(0, index + 1).join('/'), call);
    }
  }

  /** Writes down whose a folder is. */
  async setOwner(
    path: string,
    ownership: Ownership,
    call: CallOptions = {},
  ): Promise<void> {
    const properties = Object.entries(toOwnershipTags(ownership))
      .map(([name, value]) => `<f:${name}>${escapeXml(value)}</f:${name}>`)
      .join('');
    const operation = { service: 'NextCloud', name: 'write owner of folder' };
    const { body } = await this.#http.requestText(this.#toPath(path), {
      operation: operation.name,
      method: 'PROPPATCH',
      xml: `<?xml version="1.0"?>
<d:propertyupdate xmlns:d="DAV:" xmlns:f="${namespace}"><d:set><d:prop>${properties}</d:prop></d:set></d:propertyupdate>`,
      ...call,
    });
    // WebDAV says of each property whether it was taken, with HTTP 207 for all.
    if (parseMultistatus(body, operation).length === 0) {
      throw createInvalidResponseError(operation, 'it was not taken');
    }
  }

  /** Groups with which a folder is shared. */
  async listGroups(path: string, call: CallOptions = {}): Promise<string[]> {
    const shares = await absentWhenNotFound(
      this.#reader.listShares(path, call),
    );
    return (shares ?? [])
      .filter(share => share.share_type === groupShare.shareType)
      .flatMap(share => share.share_with ?? []);
  }

  /** Shares a folder with a group, whose members may change everything in it. */
  async shareWithGroup(
    path: string,
    group: string,
    call: CallOptions = {},
  ): Promise<void> {
    const operation = 'share folder';
    const { body } = await this.#http.requestJson(
      '/ocs/v2.php/apps/files_sharing/api/v1/shares',
      NextcloudOcs,
      {
        operation,
        method: 'POST',
        query: { format: 'json' },
        headers: { 'OCS-APIRequest': 'true' },
        form: { path: `/${path}`, shareWith: group, ...groupShare },
        ...call,
      },
    );
    const error = toOcsError(body.ocs.meta, operation);
    if (error) throw error;
  }

  /** Puts a folder, with what is in it, into the bin. One that is gone already is well. */
  async deleteFolder(path: string, call: CallOptions = {}): Promise<void> {
    await absentWhenNotFound(
      this.#http.requestText(this.#toPath(path), {
        operation: 'delete folder',
        method: 'DELETE',
        ...call,
      }),
    );
  }

  async #makeOne(path: string, call: CallOptions): Promise<void> {
    try {
      await this.#http.requestText(this.#toPath(path), {
        operation: 'create folder',
        method: 'MKCOL',
        ...call,
      });
    } catch (error) {
      // RFC 4918, 9.3: 405 means that it is there already.
      if (isUpstreamError(error) && error.upstreamStatus === 405) return;
      throw error;
    }
  }

  #toPath(path: string): string {
    return toDavPath(this.#config.user, path);
  }
}

function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
