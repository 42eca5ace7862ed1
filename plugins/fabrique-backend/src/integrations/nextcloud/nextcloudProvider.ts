import {
  nextcloudAnnotation,
  toNextcloudVerdict,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  absentFor,
  NextcloudClient,
  readLinkAnnotation,
  readNextcloudConfig,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { createProviderFactory } from '../ProviderFactory';
import { toNextcloudView } from './toNextcloudView';

type NextcloudTarget = { path: string };

/** How NextCloud answers for an entity: a folder is that of the product, and the same in all environments. */
export const nextcloudProvider = createProviderFactory<
  'nextcloud',
  NextcloudTarget
>(({ config, thresholds, tuning }) => {
  const nextcloud = readNextcloudConfig(config);
  if (!nextcloud) return undefined;
  const { baseUrl } = nextcloud;
  const client = NextcloudClient.create(nextcloud, tuning);
  return {
    id: 'nextcloud',
    annotation: nextcloudAnnotation,
    scope: 'everywhere',
    freshForMs: 300_000,

    toTarget(entity) {
      const value = readLinkAnnotation(entity, nextcloudAnnotation);
      return value ? { path: value.replace(/^\/|\/$/g, '') } : undefined;
    },

    describe: ({ path }) => ({
      title: path,
      url: `${baseUrl}/apps/files/?dir=${encodeURIComponent(`/${path}`)}`,
    }),

    async load({ path }, options) {
      const { folder, entries } = await client.getFolder(path, options);
      const id = folder.properties['group-folder-id'];
      // Whom others share a folder with is not for every account: then no member is known.
      const [shares, teamFolder] = await Promise.all([
        absentFor(['forbidden', 'not-found'], client.listShares(path, options)),
        id
          ? absentFor(
              ['forbidden', 'not-found'],
              client.getTeamFolder(id, options),
            )
          : undefined,
      ]);
      return toNextcloudView({
        baseUrl,
        path,
        folder,
        entries,
        shares,
        teamFolder,
      });
    },

    toVerdict: view => toNextcloudVerdict(view, thresholds.nextcloud),
  };
});
