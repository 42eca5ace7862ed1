import {
  defaultTipimailThresholds,
  tipimailAnnotation,
  TipimailCounts,
  TipimailDomain,
  TipimailSendingView,
  toTipimailVerdict,
} from './tipimail';

const counts = (values: Partial<TipimailCounts>): TipimailCounts => ({
  sentCount: 0,
  deliveredCount: 0,
  bouncedCount: 0,
  complaintCount: 0,
  refusedCount: 0,
  ...values,
});

const domain: TipimailDomain = {
  name: 'domifa.example',
  isDeclared: true,
  isDkimVerified: true,
  isSpfVerified: true,
};

const judge = (view: Partial<TipimailSendingView>) =>
  toTipimailVerdict(
    {
      mode: 'sending',
      senders: ['contact@domifa.example'],
      domains: [domain],
      total: counts({}),
      lastDay: counts({}),
      sentByDay: [],
      ...view,
    },
    defaultTipimailThresholds,
  );

const well = { level: 'ok', reasons: [] };

describe('toTipimailVerdict', () => {
  it('is well where nothing is sent, and where a mail catcher keeps everything', () => {
    expect(judge({})).toEqual(well);
    expect(
      toTipimailVerdict({ mode: 'mail-catcher' }, defaultTipimailThresholds),
    ).toEqual(well);
  });

  it('is well at the limits', () => {
    expect(
      judge({
        total: counts({
          sentCount: 2000,
          bouncedCount: 100,
          complaintCount: 2,
          refusedCount: 1000,
        }),
        lastDay: counts({ sentCount: 100, refusedCount: 49 }),
      }),
    ).toEqual(well);
  });

  it('is not alarmed by a few messages', () => {
    expect(
      judge({
        total: counts({
          sentCount: 99,
          bouncedCount: 99,
          complaintCount: 99,
        }),
        lastDay: counts({ sentCount: 19, refusedCount: 19 }),
      }),
    ).toEqual(well);
    // One complaint out of 999 messages is above 0.1 % already.
    expect(
      judge({ total: counts({ sentCount: 999, complaintCount: 1 }) }),
    ).toEqual(well);
  });

  it('calls it a problem when sending is refused, whether or not what is refused counts as sent', () => {
    expect(
      judge({ lastDay: counts({ sentCount: 60, refusedCount: 30 }) }),
    ).toEqual({
      level: 'problem',
      reasons: [
        {
          level: 'problem',
          key: 'tipimail.refused',
          params: { count: 30, total: 60 },
        },
      ],
    });
    expect(
      judge({ lastDay: counts({ sentCount: 2, refusedCount: 30 }) }).reasons,
    ).toEqual([
      {
        level: 'problem',
        key: 'tipimail.refused',
        params: { count: 30, total: 30 },
      },
    ]);
  });

  it('asks for attention above 5 % of bounces', () => {
    expect(
      judge({ total: counts({ sentCount: 1000, bouncedCount: 51 }) }),
    ).toEqual({
      level: 'attention',
      reasons: [
        {
          level: 'attention',
          key: 'tipimail.bounces',
          params: { percent: 5.1 },
        },
      ],
    });
  });

  it('asks for attention above 0.1 % of complaints', () => {
    expect(
      judge({ total: counts({ sentCount: 1000, complaintCount: 2 }) }).reasons,
    ).toEqual([
      {
        level: 'attention',
        key: 'tipimail.complaints',
        params: { percent: 0.2 },
      },
    ]);
  });

  it('asks for attention to each domain that is not verified, and says what is missing', () => {
    expect(
      judge({
        domains: [
          domain,
          { ...domain, name: 'a.example', isDkimVerified: false },
          {
            ...domain,
            name: 'b.example',
            isDkimVerified: false,
            isSpfVerified: false,
          },
          {
            name: 'c.example',
            isDeclared: false,
            isDkimVerified: false,
            isSpfVerified: false,
          },
        ],
      }),
    ).toEqual({
      level: 'attention',
      reasons: [
        {
          level: 'attention',
          key: 'tipimail.domainNotVerified',
          params: { domain: 'a.example', missing: 'DKIM' },
        },
        {
          level: 'attention',
          key: 'tipimail.domainNotVerified',
          params: { domain: 'b.example', missing: 'DKIM, SPF' },
        },
        {
          level: 'attention',
          key: 'tipimail.domainUnknown',
          params: { domain: 'c.example' },
        },
      ],
    });
  });
});

describe('tipimailAnnotation', () => {
  it('takes one address or several', () => {
    const pattern = new RegExp(`^(?:${tipimailAnnotation.pattern})$`);
    const values = [
      'contact@domifa.fabrique.social.gouv.fr',
      'a@x.fr,b@y.fr',
      'a@x.fr, b@y.fr',
      'domifa.fabrique.social.gouv.fr',
      'a@x.fr,',
      'a@b@c.fr',
      'Contact <a@x.fr>',
    ];
    expect(values.filter(value => pattern.test(value))).toEqual(
      values.slice(0, 3),
    );
  });
});
