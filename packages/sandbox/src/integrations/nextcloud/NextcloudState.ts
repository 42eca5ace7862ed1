import { DocumentStore } from '../../kernel/DocumentStore';
import { SandboxContext } from '../../kernel/Facade';
import { seedNextcloud } from './seedNextcloud';

/** The portal's account. As in app-config.yaml. */
export const nextcloudAccount = {
  user: 'portail',
  password: 'sandbox-nextcloud-password',
} as const;

/** What the account may hold, beside its team folders. */
export const accountQuotaBytes = 400 * 1024 ** 3;

/** A folder or a file of the account. */
export interface NextcloudNode {
  id: number;
  /** Without slashes at its ends. */
  path: string;
  isFolder: boolean;
  /** 0 for a folder. */
  sizeBytes: number;
  /** ISO 8601; of a folder, when it was made. */
  modifiedAt: string;
  /** Properties that callers have written, by their name without its namespace. */
  custom?: Record<string, string>;
}

/** One way in which a folder is shared. */
export interface NextcloudShare {
  id: number;
  path: string;
  /** 0 a user, 1 a group, 3 a public link. */
  shareType: number;
  shareWith: string | null;
  displayName: string | null;
  permissions: number;
}

/** A folder that belongs to groups. */
export interface TeamFolder {
  id: number;
  mountPoint: string;
  /** Permissions by the id of each group. */
  groups: Record<string, number>;
  quotaBytes: number;
}

/** Folders, files and whom they are shared with, on disk. */
export class NextcloudState {
  readonly nodes: DocumentStore<NextcloudNode>;
  readonly shares: DocumentStore<NextcloudShare>;
  readonly teamFolders: DocumentStore<TeamFolder>;
  readonly #context: SandboxContext;

  constructor(context: SandboxContext) {
    this.#context = context;
    this.nodes = context.documents('nextcloud-nodes');
    this.shares = context.documents('nextcloud-shares');
    this.teamFolders = context.documents('nextcloud-team-folders');
  }

  now(): Date {
    return this.#context.now();
  }

  seed(): void {
    if (this.nodes.size > 0) return;
    const { nodes, shares, teamFolders } = seedNextcloud(this.now());
    const byId = <T extends { id: number }>(list: T[]) =>
      list.map((item): [string, T] => [String(item.id), item]);
    this.nodes.putAll(nodes.map(node => [node.path, node]));
    this.shares.putAll(byId(shares));
    this.teamFolders.putAll(byId(teamFolders));
  }

  /** The account's own folder has an empty path. */
  find(path: string): NextcloudNode | undefined {
    if (path) return this.nodes.get(path);
    const modifiedAt = this.now().toISOString();
    return { id: 1, path, isFolder: true, sizeBytes: 0, modifiedAt };
  }

  /** Everything below a folder, at any depth. */
  listBelow(path: string): NextcloudNode[] {
    const start = path ? `${path}/` : '';
    return this.nodes.list().filter(node => node.path.startsWith(start));
  }

  listChildren(path: string): NextcloudNode[] {
    const depth = path ? path.split('/').length + 1 : 1;
    return this.listBelow(path).filter(
      node => node.path.split('/').length === depth,
    );
  }

  put(path: string, isFolder: boolean, sizeBytes = 0): NextcloudNode {
    return this.nodes.put(path, {
      id: this.nodes.get(path)?.id ?? nextId(this.nodes.list()),
      path,
      isFolder,
      sizeBytes,
      modifiedAt: this.now().toISOString(),
    });
  }

  setProperties(path: string, custom: Record<string, string>): void {
    const node = this.nodes.get(path);
    if (node) {
      this.nodes.put(path, { ...node, custom: { ...node.custom, ...custom } });
    }
  }

  delete(path: string): void {
    for (const node of [...this.listBelow(path), { path }]) {
      this.nodes.delete(node.path);
    }
  }

  addShare(share: Omit<NextcloudShare, 'id'>): NextcloudShare {
    const id = nextId(this.shares.list());
    return this.shares.put(String(id), { ...share, id });
  }

  /** The team folder that a path is, or is in. */
  findTeamFolder(path: string): TeamFolder | undefined {
    return this.teamFolders
      .list()
      .find(({ mountPoint }) => `${path}/`.startsWith(`${mountPoint}/`));
  }
}

function nextId(items: { id: number }[]): number {
  return Math.max(100, ...items.map(({ id }) => id)) + 1;
}
