/**
 * What happens to an application of the seeded fleet:
 * - `error-peak`: the last hour has far more errors than usual (Sentry).
 * - `new-errors`: a few issues are new or came back (Sentry).
 * - `failing-rollout`: the new version does not start (Kubernetes, GitLab green).
 * - `restarts`: pods are killed for lack of memory (Kubernetes).
 * - `failed-pipeline`: the last pipeline of the default branch failed (GitLab).
 * - `mirror-behind`: GitHub has commits that the mirror lacks (GitLab).
 * - `firing-alert`: an alert fires (Grafana).
 * - `site-down`, `slow-site`, `status-contradiction`: the site is down, slow, or said to be up with
 *   nearly all checks failed (UppTime).
 * - `tracking-broken`: no visit since yesterday (Matomo).
 * - `mail-bounces`, `mail-domain`: many messages come back; the sending domain is not verified (Tipimail).
 * - `exemption-not-met`: what is counted needs the visitors' consent (Matomo).
 * - `storage-full`, `many-connections`, `old-postgres`, `stopped-database`: its own Postgres server of
 *   production is nearly full, nearly out of connections, of a major version that nobody maintains any
 *   more, or stopped (Azure Postgres).
 * - `folder-full`: the quota of the shared folder is nearly used up (NextCloud).
 * - `public-container`, `no-soft-delete`, `account-key`: anybody may read a container, which is not meant;
 *   deleted files are lost; the key of the account is used (Azure Blob).
 * - `mailbox-without-owner`: nobody owns the group of its mailbox (Office 365).
 * - `old-ci`: the shared CI is several minor versions behind (GitHub).
 */
export type Scenario =
  | 'error-peak'
  | 'new-errors'
  | 'failing-rollout'
  | 'restarts'
  | 'failed-pipeline'
  | 'mirror-behind'
  | 'firing-alert'
  | 'site-down'
  | 'slow-site'
  | 'status-contradiction'
  | 'tracking-broken'
  | 'mail-bounces'
  | 'mail-domain'
  | 'exemption-not-met'
  | 'storage-full'
  | 'many-connections'
  | 'old-postgres'
  | 'stopped-database'
  | 'folder-full'
  | 'public-container'
  | 'no-soft-delete'
  | 'account-key'
  | 'mailbox-without-owner'
  | 'old-ci';

/** One application of the seeded fleet, named and linked like the Fabrique's own. */
export interface FleetApp {
  /** Repository, Kubernetes owner label, catalog component. */
  name: string;
  title: string;
  description: string;
  /** Catalog group and GitHub team. */
  team: string;
  /** Catalog system: the product (startup). */
  system: string;
  lifecycle: 'experimental' | 'production' | 'deprecated';
  /** Public host of production. */
  host: string;
  sentryProject?: string;
  matomoSiteId?: number;
  /** Visits of a working day, for those with Matomo. */
  dailyVisits?: number;
  grafana?: boolean;
  /** Address from which it sends messages, for those that do. */
  tipimailSender?: string;
  /** Where its Postgres databases are, for those that have any. */
  database?: 'shared' | 'dedicated';
  /** Path of the shared folder of its product, for those that have one. */
  nextcloudFolder?: string;
  /** Addresses of the mailboxes of its product. */
  mailboxes?: readonly string[];
  scenarios: Scenario[];
}
