import { Environment } from '@socialgouv/backstage-plugin-fabrique-common';
import {
  fromOwnershipTags,
  GrafanaAlertRule,
  GrafanaDashboardState,
  GrafanaProvisioner,
  Ownership,
  toOwnershipTags,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { EnsuredResource, Plan } from '../../ensure';

/** Longest uid of Grafana. */
const uidLimit = 40;

/** Makes a uid that Grafana takes. */
export function toUid(text: string): string {
  return text.replace(/[^A-Za-z0-9_-]/g, '-').slice(0, uidLimit);
}

/** Whose a thing is that has no other place for it than its tags. */
const tagPrefix = 'fabrique-app:';

const toOwner = (tags: string[]): Ownership | undefined => {
  const tag = tags.find(one => one.startsWith(tagPrefix));
  return tag ? { app: tag.slice(tagPrefix.length) } : undefined;
};

function planPresent(
  title: string,
  owner: Ownership | undefined,
  app: string,
): Plan {
  if (!owner) return { verb: 'nothing', detail: 'exists', untagged: true };
  return owner.app === app
    ? { verb: 'nothing', detail: 'exists; what people changed stays' }
    : {
        verb: 'conflict',
        detail: `The ${title} belongs to ${owner.app}. Choose another name.`,
      };
}

/** A folder. It has no place for its owner: the ledger says whose it is. */
export function createFolderResource(
  grafana: GrafanaProvisioner,
  folder: { uid: string; title: string },
): EnsuredResource<{ folder?: { title: string } }, string> {
  return {
    key: `grafana/folder/${folder.uid}`,
    title: `Grafana folder ${folder.title}`,
    ledger: { type: 'grafana-folder' },
    read: async call => ({ folder: await grafana.getFolder(folder.uid, call) }),
    plan: found =>
      found.folder
        ? { verb: 'nothing', detail: 'exists', untagged: true }
        : { verb: 'create' },
    async apply(found, call) {
      if (!found.folder) await grafana.createFolder(folder, call);
      return folder.uid;
    },
    refer: () => folder.uid,
    locate: uid => grafana.toFolderUrl(uid),
  };
}

/** A dashboard. One that exists is never overwritten: people arrange theirs. */
export function createDashboardResource(
  grafana: GrafanaProvisioner,
  wish: {
    owner: Ownership;
    folderUid: string;
    dashboard: { uid: string; title: string; tags: string[] } & object;
  },
): EnsuredResource<{ dashboard?: GrafanaDashboardState }, string> {
  const { owner, dashboard, folderUid } = wish;
  const title = `Grafana dashboard ${dashboard.title}`;
  return {
    key: `grafana/dashboard/${dashboard.uid}`,
    title,
    ledger: { type: 'grafana-dashboard' },
    read: async call => ({
      dashboard: await grafana.getDashboard(dashboard.uid, call),
    }),
    plan: found =>
      found.dashboard
        ? planPresent(title, toOwner(found.dashboard.tags), owner.app)
        : { verb: 'create', detail: `in folder ${folderUid}` },
    async apply(found, call) {
      if (found.dashboard) return found.dashboard.url;
      const { url } = await grafana.createDashboard(
        { ...dashboard, tags: [...dashboard.tags, `${tagPrefix}${owner.app}`] },
        folderUid,
        call,
      );
      return url;
    },
    refer: found =>
      found.dashboard?.url ?? grafana.toDashboardUrl(dashboard.uid),
    locate: url => url,
  };
}

/** An alert rule. One that exists is never overwritten: people tune theirs. */
export function createAlertRuleResource(
  grafana: GrafanaProvisioner,
  wish: {
    owner: Ownership;
    environment?: Environment;
    rule: GrafanaAlertRule;
  },
): EnsuredResource<{ rule?: { annotations: Record<string, string> } }, string> {
  const { owner, environment, rule } = wish;
  const title = `Grafana alert rule ${rule.title}`;
  return {
    key: `grafana/alert-rule/${rule.uid}`,
    title,
    ledger: { type: 'grafana-alert-rule', ...(environment && { environment }) },
    read: async call => ({ rule: await grafana.getAlertRule(rule.uid, call) }),
    plan: found =>
      found.rule
        ? planPresent(
            title,
            fromOwnershipTags(found.rule.annotations),
            owner.app,
          )
        : { verb: 'create', detail: `in group ${rule.ruleGroup}` },
    async apply(found, call) {
      if (!found.rule) {
        await grafana.createAlertRule(
          {
            ...rule,
            annotations: { ...rule.annotations, ...toOwnershipTags(owner) },
          },
          call,
        );
      }
      return rule.uid;
    },
    refer: () => rule.uid,
    locate: uid => grafana.toAlertRuleUrl(uid),
  };
}
