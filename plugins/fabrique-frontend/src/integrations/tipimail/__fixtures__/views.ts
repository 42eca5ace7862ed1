import { TipimailView } from '@socialgouv/backstage-plugin-fabrique-common';
import { toDays } from '../../../__fixtures__/series';

const domain = {
  name: 'domifa.example',
  isDeclared: true,
  isDkimVerified: true,
  isSpfVerified: true,
};

const nothing = {
  sentCount: 0,
  deliveredCount: 0,
  bouncedCount: 0,
  complaintCount: 0,
  refusedCount: 0,
};

const base = {
  mode: 'sending',
  senders: ['ne-pas-repondre@domifa.example'],
  domains: [domain],
  total: {
    sentCount: 12840,
    deliveredCount: 12712,
    bouncedCount: 118,
    complaintCount: 1,
    refusedCount: 10,
  },
  lastDay: { ...nothing, sentCount: 460, deliveredCount: 455 },
  sentByDay: toDays(
    Array.from({ length: 30 }, (_, index) =>
      [0, 6].includes((index + 4) % 7) ? 90 : 520 + ((index * 37) % 140),
    ),
  ),
} satisfies TipimailView;

export const tipimailViews = {
  ok: base,
  empty: {
    ...base,
    total: nothing,
    lastDay: nothing,
    sentByDay: toDays(Array(30).fill(0)),
  },
  caught: { mode: 'mail-catcher' },
  illDelivered: {
    ...base,
    domains: [
      { ...domain, isDkimVerified: false },
      { ...domain, name: 'other.example', isDeclared: false },
    ],
    total: {
      sentCount: 12840,
      deliveredCount: 11600,
      bouncedCount: 1180,
      complaintCount: 30,
      refusedCount: 0,
    },
  },
  refused: {
    ...base,
    lastDay: { ...nothing, sentCount: 460, refusedCount: 300 },
  },
} satisfies Record<string, TipimailView>;
