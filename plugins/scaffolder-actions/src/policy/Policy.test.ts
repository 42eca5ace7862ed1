import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { Policy } from './Policy';

const ops = 'group:default/sre';
const person = 'user:default/camille.martin';

const policy = Policy.fromConfig(
  new ConfigReader({
    fabrique: {
      policy: [
        {
          title: 'small servers',
          actions: ['fabrique:azure:postgres-server:ensure'],
          input: {
            size: { allowed: ['small', 'medium'] },
            firewallRules: {
              fields: { startIpAddress: { pattern: '10\\..*' } },
            },
          },
          grantedBy: ops,
        },
        {
          title: 'files are deleted within a year',
          actions: ['fabrique:azure:blob:ensure'],
          input: { lifecycle: { fields: { deleteAfterDays: { max: 365 } } } },
          except: [ops],
          grantedBy: ops,
        },
        {
          title: 'objects of clusters',
          actions: ['fabrique:kubernetes:apply'],
          except: [ops],
          grantedBy: ops,
        },
      ],
      quotas: [
        {
          title: 'three databases',
          type: 'postgres-database',
          max: 3,
          except: [ops],
          grantedBy: ops,
        },
      ],
    },
  }),
);

describe('Policy', () => {
  it.each<[string, string, JsonObject, string[], string[]]>([
    [
      'one of the allowed values',
      'fabrique:azure:postgres-server:ensure',
      { size: 'medium', firewallRules: [{ startIpAddress: '10.0.0.1' }] },
      [person],
      [],
    ],
    [
      'a field of an object in a list',
      'fabrique:azure:postgres-server:ensure',
      {
        size: 'large',
        firewallRules: [
          { startIpAddress: '10.0.0.1' },
          { startIpAddress: '0.0.0.0' },
        ],
      },
      [person],
      [
        `The rule 'small servers' allows size only small, medium, not large; ${ops} can grant an exception.`,
        `The rule 'small servers' allows firewallRules.startIpAddress only in the form 10\\..*, not 0.0.0.0; ${ops} can grant an exception.`,
      ],
    ],
    [
      'a number inside of an object',
      'fabrique:azure:blob:ensure',
      { lifecycle: { deleteAfterDays: 400 } },
      [person],
      [
        `The rule 'files are deleted within a year' allows lifecycle.deleteAfterDays up to 365, not 400; ${ops} can grant an exception.`,
      ],
    ],
    [
      'people to whom the rule does not apply',
      'fabrique:azure:blob:ensure',
      { lifecycle: { deleteAfterDays: 400 } },
      [person, ops],
      [],
    ],
    [
      'an action that is for some only',
      'fabrique:kubernetes:apply',
      {},
      [person],
      [
        `The rule 'objects of clusters' allows it to ${ops}; ${ops} can grant an exception.`,
      ],
    ],
    ['one of those', 'fabrique:kubernetes:apply', {}, [ops], []],
    ['an action without rules', 'fabrique:sentry:team:ensure', {}, [], []],
  ])('judges %s', (_case, action, input, people, sentences) => {
    expect(policy.findViolations(action, input, people)).toEqual(sentences);
  });

  it('counts what an application has and would get', () => {
    const find = (present: number, more: number, people = [person]) =>
      policy.findExcesses(
        'SocialGouv/domifa',
        { 'postgres-database': { present, more } },
        people,
      );
    expect(policy.countedTypes).toEqual(['postgres-database']);
    expect(find(1, 2)).toEqual([]);
    // What is there already may be more.
    expect(find(5, 0)).toEqual([]);
    expect(find(2, 2, [ops])).toEqual([]);
    expect(find(2, 2)).toEqual([
      `The quota 'three databases' allows 3 of postgres-database for SocialGouv/domifa, which has 2 and would get 2 more; ${ops} can grant an exception.`,
    ]);
  });

  it('refuses a pattern that is none when the portal starts', () => {
    expect(() =>
      Policy.fromConfig(
        new ConfigReader({
          fabrique: {
            policy: [
              {
                title: 't',
                actions: [],
                input: { name: { pattern: '(' } },
                grantedBy: ops,
              },
            ],
          },
        }),
      ),
    ).toThrow('Invalid regular expression');
  });
});
