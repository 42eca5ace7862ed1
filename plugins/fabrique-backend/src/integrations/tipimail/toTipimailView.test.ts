import { TipimailSends } from '@socialgouv/backstage-plugin-fabrique-node';
import { toSendingPeriods, toTipimailView } from './toTipimailView';

const now = new Date('2026-11-23T10:12:00Z');

const nothing: TipimailSends = {
  requested: 0,
  delivered: 0,
  rejected: 0,
  error: 0,
  hardbounced: 0,
  softbounced: 0,
  complaint: 0,
};

describe('toSendingPeriods', () => {
  it('starts with the first of 30 whole days', () => {
    expect(toSendingPeriods(now)).toEqual({
      total: { since: new Date('2026-10-25T00:00:00Z'), until: now },
      lastDay: { since: new Date('2026-11-22T10:12:00Z'), until: now },
    });
  });
});

describe('toTipimailView', () => {
  it('maps what Tipimail answers, with dates in each of their forms', () => {
    const { sentByDay, ...view } = toTipimailView({
      senders: [
        'contact@domifa.example',
        'contact@other.example',
        'ne-pas-repondre@domifa.example',
      ],
      domains: [
        { sending: 'DomiFa.example', verifiedDkim: true, verifiedSpf: null },
        { sending: 'vao.example', verifiedDkim: true, verifiedSpf: true },
      ],
      total: {
        requested: 1000,
        delivered: 940,
        rejected: 7,
        error: 1,
        hardbounced: 12,
        softbounced: 40,
        complaint: 2,
      },
      lastDay: { ...nothing, requested: 30, rejected: 2 },
      sendsByDate: {
        1763251200: { requested: 999 },
        // 2026-11-22 and 2026-11-23, then the latter again.
        1795305600: { requested: 40 },
        1795392000: { requested: 12 },
        '2026-11-23T08:00:00': { requested: 3 },
        '2026-10-25T23:59:59.000+0000': { requested: 5 },
        soon: { requested: 1 },
      },
      now,
    });
    expect(view).toEqual({
      mode: 'sending',
      senders: [
        'contact@domifa.example',
        'contact@other.example',
        'ne-pas-repondre@domifa.example',
      ],
      domains: [
        {
          name: 'domifa.example',
          isDeclared: true,
          isDkimVerified: true,
          isSpfVerified: false,
        },
        {
          name: 'other.example',
          isDeclared: false,
          isDkimVerified: false,
          isSpfVerified: false,
        },
      ],
      total: {
        sentCount: 1000,
        deliveredCount: 940,
        bouncedCount: 52,
        complaintCount: 2,
        refusedCount: 8,
      },
      lastDay: {
        sentCount: 30,
        deliveredCount: 0,
        bouncedCount: 0,
        complaintCount: 0,
        refusedCount: 2,
      },
    });
    expect(sentByDay).toHaveLength(30);
    expect(sentByDay.filter(({ value }) => value > 0)).toEqual([
      { at: '2026-10-25T00:00:00Z', value: 5 },
      { at: '2026-11-22T00:00:00Z', value: 40 },
      { at: '2026-11-23T00:00:00Z', value: 15 },
    ]);
  });
});
