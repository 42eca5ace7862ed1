import { fleet } from '../../fleet/fleet';
import { DocumentStore } from '../../kernel/DocumentStore';
import { SandboxContext } from '../../kernel/Facade';

/** Token of the portal's service account. */
export const grafanaToken = 'sandbox-grafana-token';

/** A folder of dashboards. */
export interface GrafanaFolder {
  id: number;
  uid: string;
  title: string;
}

/** A rule of alerting that somebody created, in the words of the provisioning API. */
export interface GrafanaAlertRuleDocument {
  uid: string;
  title: string;
  folderUID: string;
  ruleGroup: string;
  condition: string;
  data: { refId?: string; model?: { expr?: string } }[];
  for: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  [field: string]: unknown;
}

/** A dashboard; nobody draws its panels here. */
export interface GrafanaDashboard {
  id: number;
  uid: string;
  title: string;
  slug: string;
  tags: string[];
  folderUid?: string;
  /** The rest of what was saved, for those that were created. */
  model?: object;
}

const applicationsFolder = {
  id: 1,
  uid: 'applications',
  title: 'Applications',
};
const clusterFolder = { id: 2, uid: 'kubernetes', title: 'Kubernetes' };

/** How many dashboards there are of nodes and namespaces, so that long lists are cut. */
const clusterDashboardCount = 1040;
const firstCreatedId = 5000;

/** Last part of a dashboard's address. */
export function toSlug(title: string): string {
  return title
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** The two dashboards that every application has. */
function toApplicationDashboards(
  name: string,
  title: string,
  firstId: number,
): GrafanaDashboard[] {
  return [
    { what: 'application', suffix: 'app' },
    { what: 'base de données', suffix: 'db' },
  ].map(({ what, suffix }, index) => ({
    id: firstId + index,
    uid: `${name.slice(0, 36)}-${suffix}`,
    title: `${title} – ${what}`,
    slug: toSlug(`${title} ${what}`),
    tags: [name, suffix === 'app' ? 'nextjs' : 'postgres'],
    folderUid: applicationsFolder.uid,
  }));
}

const clusterDashboards: GrafanaDashboard[] = [
  // The dashboards that the Fabrique's links to pods and workloads lead to.
  {
    uid: 'dRAC0MRIz',
    title: 'Kubernetes / Compute Resources / Namespace (Pods)',
    slug: 'kubernetes-compute-resources-namespace-pods',
  },
  {
    uid: 'm_UCAGgIz',
    title: 'Kubernetes / Compute Resources / Namespace (Workloads)',
    slug: 'kubernetes-compute-resources-namespace-workloads',
  },
  ...Array.from({ length: clusterDashboardCount - 2 }, (_, index) => ({
    uid: `k8s-node-${index + 1}`,
    title: `Kubernetes / Node ${String(index + 1).padStart(4, '0')}`,
    slug: `kubernetes-node-${String(index + 1).padStart(4, '0')}`,
  })),
].map((dashboard, index) => ({
  ...dashboard,
  id: 1000 + index,
  tags: ['kubernetes-mixin'],
  folderUid: clusterFolder.uid,
}));

/** The dashboard that the portal links to from a Postgres server. */
const azureDashboards: GrafanaDashboard[] = [
  {
    id: 3000,
    uid: 'azure-postgres',
    title: 'Azure / Postgres',
    slug: 'azure-postgres',
    tags: ['azure'],
    folderUid: applicationsFolder.uid,
  },
];

const fleetDashboards = fleet
  .filter(({ grafana }) => grafana)
  .flatMap(({ name, title }, index) =>
    toApplicationDashboards(name, title, 100 + index * 2),
  );

/** Dashboards and folders: those of the seed, and on disk those that were created. */
export class GrafanaState {
  readonly #created: DocumentStore<GrafanaDashboard>;
  readonly #folders: DocumentStore<GrafanaFolder>;
  readonly rules: DocumentStore<GrafanaAlertRuleDocument>;
  readonly #context: SandboxContext;

  constructor(context: SandboxContext) {
    this.#context = context;
    this.#created = context.documents('grafana-dashboards');
    this.#folders = context.documents('grafana-folders');
    this.rules = context.documents('grafana-alert-rules');
    // As a provisioning job does for every application that reaches a cluster.
    context.events.on('deployed', ({ projectName }) => {
      this.#provision(projectName);
    });
  }

  now(): Date {
    return this.#context.now();
  }

  get url(): string {
    return this.#context.urls.grafana;
  }

  get folders(): GrafanaFolder[] {
    return [applicationsFolder, clusterFolder, ...this.#folders.list()];
  }

  /** Every dashboard, sorted by title. */
  get dashboards(): GrafanaDashboard[] {
    const all = [
      ...fleetDashboards,
      ...clusterDashboards,
      ...azureDashboards,
      ...this.#created.list(),
    ];
    return all.sort((a, b) => a.title.localeCompare(b.title, 'fr'));
  }

  findDashboard(uid: string): GrafanaDashboard | undefined {
    return this.dashboards.find(dashboard => dashboard.uid === uid);
  }

  putDashboard(dashboard: Omit<GrafanaDashboard, 'id'>): GrafanaDashboard {
    const known = this.#created.get(dashboard.uid);
    const ids = this.#created.list().map(each => each.id);
    const id = known?.id ?? Math.max(firstCreatedId - 1, ...ids) + 1;
    return this.#created.put(dashboard.uid, { ...dashboard, id });
  }

  /** @returns false when there is no such dashboard, or it is one of the seed */
  deleteDashboard(uid: string): boolean {
    return this.#created.delete(uid);
  }

  putFolder(uid: string, title: string): GrafanaFolder {
    return this.#folders.put(uid, {
      id: 10 + this.#folders.size,
      uid,
      title,
    });
  }

  /** @returns false when there is no such folder, or it is one of the seed */
  deleteFolder(uid: string): boolean {
    if (!this.#folders.delete(uid)) return false;
    for (const dashboard of this.#created.list()) {
      if (dashboard.folderUid === uid) this.#created.delete(dashboard.uid);
    }
    return true;
  }

  #provision(name: string): void {
    const isKnown = this.dashboards.some(({ tags }) => tags.includes(name));
    if (isKnown) return;
    for (const { id: _id, ...dashboard } of toApplicationDashboards(
      name,
      name,
      0,
    )) {
      this.putDashboard(dashboard);
    }
  }
}
