import {
  defaultNextcloudThresholds,
  nextcloudAnnotation,
  NextcloudView,
  toNextcloudVerdict,
} from './nextcloud';

const judge = (quota: NextcloudView['quota']) =>
  toNextcloudVerdict(
    {
      path: 'Produits/DomiFa',
      url: 'https://nextcloud.example/f/7',
      quota,
      entryCount: 0,
      entries: [],
    },
    defaultNextcloudThresholds,
  );

describe('toNextcloudVerdict', () => {
  it('is well below 90 % of the quota, and without one', () => {
    const well = { level: 'ok', reasons: [] };
    expect(judge(undefined)).toEqual(well);
    expect(judge({ usedBytes: 899, limitBytes: 1000 })).toEqual(well);
    expect(judge({ usedBytes: 0, limitBytes: 1000 })).toEqual(well);
  });

  it.each([
    [900, 90],
    [999, 99],
    [1000, 100],
    [1500, 150],
  ])('asks for attention from 90 %% on: %i of 1000', (usedBytes, percent) => {
    expect(judge({ usedBytes, limitBytes: 1000 })).toEqual({
      level: 'attention',
      reasons: [
        { level: 'attention', key: 'nextcloud.quota', params: { percent } },
      ],
    });
  });

  it('takes a quota of nothing for one that is full', () => {
    expect(judge({ usedBytes: 5, limitBytes: 5 }).reasons).toHaveLength(1);
  });
});

describe('nextcloudAnnotation', () => {
  it('takes paths with spaces and accents, and none that leads out of a folder', () => {
    const pattern = new RegExp(`^(?:${nextcloudAnnotation.pattern})$`);
    const values = [
      'DomiFa',
      '/Produits/Code du travail numérique/',
      'Produits/Études & données #2',
      '..notes/a..b',
      'Produits/../Secrets',
      './DomiFa',
      'Produits//DomiFa',
      '/',
    ];
    expect(values.filter(value => pattern.test(value))).toEqual(
      values.slice(0, 4),
    );
  });
});
