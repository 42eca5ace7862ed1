import { defaultMatomoThresholds, MatomoView, toMatomoVerdict } from './matomo';

const well: MatomoView = {
  siteId: 63,
  siteName: 'DomiFa',
  mainUrl: 'https://domifa.example.com',
  visitsToday: 0,
  visitsByDay: [],
  visitsAWeekEarlier: [],
  visitsLastWeek: 700,
  visitsWeekBefore: 700,
  visitsYesterday: 90,
  visitsSameWeekdayBefore: 100,
  topPages: [],
  goals: [],
  exemption: [{ check: 'ecommerce-off', met: true }, { check: 'heatmaps-off' }],
};
const judge = (view: Partial<MatomoView>) =>
  toMatomoVerdict({ ...well, ...view }, defaultMatomoThresholds);

describe('toMatomoVerdict', () => {
  it('is well with visits, and with conditions that nobody knows', () => {
    expect(judge({})).toEqual({ level: 'ok', reasons: [] });
  });

  it('takes a silent day for broken tracking only where visits were to be expected', () => {
    const silent = { visitsYesterday: 0, visitsToday: 0 };

    expect(judge(silent)).toEqual({
      level: 'attention',
      reasons: [
        {
          level: 'attention',
          key: 'matomo.noVisits',
          params: { expected: 100 },
        },
      ],
    });
    expect(judge({ ...silent, visitsSameWeekdayBefore: 99 }).level).toBe('ok');
    expect(judge({ ...silent, visitsToday: 1 }).level).toBe('ok');
  });

  it('counts the conditions of the exemption that are not met', () => {
    expect(
      judge({
        exemption: [
          { check: 'ecommerce-off', met: false },
          { check: 'user-id-off', met: false },
          { check: 'heatmaps-off' },
        ],
      }),
    ).toEqual({
      level: 'attention',
      reasons: [
        {
          level: 'attention',
          key: 'matomo.exemptionNotMet',
          params: { count: 2 },
        },
      ],
    });
  });
});
