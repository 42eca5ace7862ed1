import {
  office365Annotation,
  toOffice365Verdict,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  Office365Client,
  readLinkAnnotation,
  readOffice365Config,
  UpstreamError,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { createProviderFactory } from '../ProviderFactory';
import { readMailboxes } from './readMailboxes';
import { toOffice365View } from './toOffice365View';

type Office365Target = { addresses: string[] };

/** How Office 365 answers for an entity: mailboxes are those of the product, and the same in all environments. */
export const office365Provider = createProviderFactory<
  'office365',
  Office365Target
>(({ config, thresholds, tuning }) => {
  const office365 = readOffice365Config(config);
  if (!office365) return undefined;
  const { outlookUrl } = office365;
  const client = Office365Client.create(office365, tuning);
  return {
    id: 'office365',
    annotation: office365Annotation,
    scope: 'everywhere',
    freshForMs: 600_000,

    toTarget(entity) {
      const value = readLinkAnnotation(entity, office365Annotation);
      if (!value) return undefined;
      const addresses = value.split(',').map(item => item.trim().toLowerCase());
      return { addresses: [...new Set(addresses)].sort() };
    },

    describe: ({ addresses }) => ({
      title: addresses.join(', '),
      url: `${outlookUrl}/mail/`,
    }),

    async load({ addresses }, options) {
      const answers = await readMailboxes(client, addresses, options);
      const view = toOffice365View({ ...answers, addresses, outlookUrl });
      if (view.mailboxes.length > 0) return view;
      throw new UpstreamError('Office 365 knows none of the addresses', {
        kind: 'not-found',
      });
    },

    toVerdict: view => toOffice365Verdict(view, thresholds.office365),
  };
});
