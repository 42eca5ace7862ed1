import { GrafanaProvisioner } from '@socialgouv/backstage-plugin-fabrique-node';
import { Remover, Removers } from '../../undo/Remover';

const nameOf: Remover['nameOf'] = ({ key }) =>
  key.slice(key.lastIndexOf('/') + 1);

/** Take away what the actions made in Grafana; a folder in which others have dashboards since stays. */
export function createGrafanaRemovers(grafana: GrafanaProvisioner): Removers {
  return {
    'grafana-folder': {
      nameOf,
      async inspect(entry, call) {
        const folder = await grafana.getFolder(nameOf(entry), call);
        return { exists: folder !== undefined };
      },
      async remove(entry, call) {
        const titles = await grafana.listDashboards(nameOf(entry), call);
        if (titles.length > 0) return `it has ${titles.join(', ')}`;
        await grafana.delete('folder', nameOf(entry), call);
        return undefined;
      },
    },
    'grafana-dashboard': {
      nameOf,
      async inspect(entry, call) {
        const dashboard = await grafana.getDashboard(nameOf(entry), call);
        return { exists: dashboard !== undefined };
      },
      remove: (entry, call) => grafana.delete('dashboard', nameOf(entry), call),
    },
    'grafana-alert-rule': {
      nameOf,
      async inspect(entry, call) {
        const rule = await grafana.getAlertRule(nameOf(entry), call);
        return { exists: rule !== undefined };
      },
      remove: (entry, call) =>
        grafana.delete('alert rule', nameOf(entry), call),
    },
  };
}
