import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { fabriqueServiceReadPermission } from '@socialgouv/backstage-plugin-fabrique-common';
import { RecentDecisions } from './RecentDecisions';

const permission = fabriqueServiceReadPermission;
const alice = mockCredentials.user('user:default/alice');
const bob = mockCredentials.user('user:default/bob');

function start(allowed: string[]) {
  const asked: string[] = [];
  let time = 0;
  const recent = new RecentDecisions(
    {
      authorize: async ([{ resourceRef }], { credentials }: any) => {
        asked.push(`${credentials.principal.userEntityRef} ${resourceRef}`);
        const isAllowed = allowed.includes(resourceRef!);
        const { ALLOW, DENY } = AuthorizeResult;
        return [{ result: isAllowed ? ALLOW : DENY }];
      },
    },
    () => time,
  );
  const ask = async (resourceRef: string, credentials = alice) => {
    const [{ result }] = await recent.authorize([{ permission, resourceRef }], {
      credentials,
    });
    return result;
  };
  return { ask, asked, pass: (ms: number) => (time += ms) };
}

describe('RecentDecisions', () => {
  it('asks once in 10 s for each person and entity', async () => {
    const { ask, asked, pass } = start(['a', 'b']);
    expect([await ask('a'), await ask('a')]).toEqual(['ALLOW', 'ALLOW']);
    await ask('b');
    await ask('a', bob);
    pass(9_999);
    await ask('a');
    expect(asked).toEqual([
      'user:default/alice a',
      'user:default/alice b',
      'user:default/bob a',
    ]);
    pass(1);
    await ask('a');
    expect(asked).toHaveLength(4);
  });

  it('asks again after a refusal, and once a right that was taken away has run out', async () => {
    const allowed: string[] = [];
    const { ask, pass } = start(allowed);
    expect(await ask('a')).toBe('DENY');
    allowed.push('a');
    expect(await ask('a')).toBe('ALLOW');
    allowed.pop();
    pass(10_000);
    expect(await ask('a')).toBe('DENY');
  });

  it('keeps a thousand decisions at most', async () => {
    const refs = [...Array(1_001).keys()].map(String);
    const { ask, asked } = start(refs);
    for (const ref of refs) await ask(ref);
    await ask('1000');
    expect(asked).toHaveLength(1_001);
    await ask('0');
    expect(asked).toHaveLength(1_002);
  });
});
