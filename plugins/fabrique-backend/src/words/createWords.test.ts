import { createWords } from './createWords';

describe('createWords', () => {
  const fr = createWords('fr');
  const en = createWords('en');

  it('says the reasons of verdicts as the pages do', () => {
    const errors = {
      level: 'attention',
      key: 'sentry.newIssues',
      params: { count: 1284 },
    } as const;
    expect(fr.reason(errors)).toBe('1\u202f284 nouvelles erreurs depuis hier');
    expect(en.reason(errors)).toBe('1,284 new errors since yesterday');
    expect(en.reason({ ...errors, params: { count: 1 } })).toBe(
      '1 new error since yesterday',
    );
    expect(
      fr.reason({
        level: 'attention',
        key: 'gitlab.mirrorLate',
        params: { minutes: 190 },
      }),
    ).toBe('le miroir est en retard depuis 3\u00a0heures');
    expect(en.reason({ level: 'problem', key: 'vault.sealed' })).toBe(
      'vault.sealed',
    );
    expect([en.serviceTitle('upptime'), en.serviceTitle('vault')]).toEqual([
      'UppTime',
      'vault',
    ]);
  });

  it('says in one line how a service is doing', () => {
    expect(fr.service({ state: 'ok', level: 'ok', reasons: [] })).toBe(
      'va bien',
    );
    expect(fr.service({ state: 'not-linked' })).toBe('non relié');
    expect(en.service({ state: 'failed', failureKind: 'timeout' })).toBe(
      'did not answer in time',
    );
    expect(
      fr.service({
        state: 'ok',
        level: 'problem',
        reasons: [
          { level: 'problem', key: 'upptime.down' },
          {
            level: 'attention',
            key: 'upptime.lowDay',
            params: { percent: 96.67 },
          },
        ],
        failureKind: 'unavailable',
      }),
    ).toBe(
      'problème\u00a0: le site ne répond pas, le site a répondu à 96,67 % des vérifications en un jour (dernier état connu\u00a0: est en panne)',
    );
  });
});
