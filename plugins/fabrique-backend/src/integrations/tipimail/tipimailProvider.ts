import {
  tipimailAnnotation,
  toTipimailVerdict,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  readLinkAnnotation,
  readTipimailConfig,
  TipimailClient,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { shareAnswer } from '../../overview/shareAnswer';
import { createProviderFactory } from '../ProviderFactory';
import { toSendingPeriods, toTipimailView } from './toTipimailView';

type TipimailTarget = {
  senders: string[];
  /** Nothing is sent from this environment. */
  isCaught: boolean;
};

/** How Tipimail answers for an entity. */
export const tipimailProvider = createProviderFactory<
  'tipimail',
  TipimailTarget
>(({ config, thresholds, tuning }) => {
  const tipimail = readTipimailConfig(config);
  if (!tipimail) return undefined;
  const client = TipimailClient.create(tipimail, tuning);
  // Without a caller's signal: the list is that of the account, and one that gives up must not take it
  // from the others.
  const listDomains = shareAnswer(() => client.listDomains({}), {
    keepMs: 60_000,
  });
  return {
    id: 'tipimail',
    annotation: tipimailAnnotation,
    freshForMs: 300_000,

    toTarget(entity, environment) {
      const value = readLinkAnnotation(entity, tipimailAnnotation, environment);
      if (!value) return undefined;
      const senders = value.split(',').map(item => item.trim().toLowerCase());
      return {
        senders: [...new Set(senders)].sort(),
        isCaught: tipimail.mailCatcherEnvironments.includes(environment),
      };
    },

    describe: ({ senders }) => ({
      title: senders.join(', '),
      url: tipimail.appUrl,
    }),

    async load({ senders, isCaught }, options) {
      if (isCaught) return { mode: 'mail-catcher' };
      const now = new Date();
      const { total, lastDay } = toSendingPeriods(now);
      const [domains, totalSends, lastDaySends, sendsByDate] =
        await Promise.all([
          listDomains(),
          client.getSends({ ...total, senders }, options),
          client.getSends({ ...lastDay, senders }, options),
          client.getSendsByDate({ ...total, senders }, options),
        ]);
      return toTipimailView({
        senders,
        domains,
        total: totalSends,
        lastDay: lastDaySends,
        sendsByDate,
        now,
      });
    },

    toVerdict: view => toTipimailVerdict(view, thresholds.tipimail),
  };
});
