import {
  SentryClient,
  SentryProvisioner,
} from '@socialgouv/backstage-plugin-fabrique-node';
import contract from '../../../contracts/sentry-openapi.json';
import {
  ContractProxy,
  startContractProxy,
} from '../../testing/startContractProxy';
import { startTestFacades, TestFacades } from '../../testing/startTestFacades';
import { createSentryFacade } from './createSentryFacade';

const now = new Date('2026-11-23T10:12:00Z');
const oddName = 'préprod & co #1';

describe("Sentry's published contract", () => {
  let facades: TestFacades;
  let proxy: ContractProxy;
  beforeAll(async () => {
    facades = await startTestFacades([createSentryFacade], { now });
    proxy = await startContractProxy({
      contract,
      target: facades.context.urls.sentry,
    });
  });
  afterAll(async () => {
    await proxy.stop();
    await facades.stop();
  });
  beforeEach(() => {
    proxy.violations.length = 0;
  });

  const createConfig = () => ({
    baseUrl: proxy.url,
    organization: 'incubateur',
    token: 'sandbox-sentry-token',
    environmentNames: { dev: [], preprod: [oddName], prod: ['production'] },
  });
  const ask = (path: string) =>
    fetch(proxy.url + path, {
      headers: { authorization: 'Bearer sandbox-sentry-token' },
    });

  it('is kept by every call of the client and of the provisioner, and every answer', async () => {
    const provisioner = new SentryProvisioner(createConfig());
    const wish = { team: 'essai', project: 'essai-web', platform: 'node' };
    expect(await provisioner.hasTeam(wish.team)).toBe(false);
    await provisioner.createTeam(wish.team);
    expect(await provisioner.hasTeam(wish.team)).toBe(true);
    expect(await provisioner.getProject(wish.project)).toBeUndefined();
    await provisioner.createProject(wish);
    await provisioner.addTeam({ team: 'sre', project: wish.project });
    expect(await provisioner.getProject(wish.project)).toEqual({
      slug: 'essai-web',
      teams: ['essai', 'sre'],
    });
    const dsn = await provisioner.getDsn(wish.project);
    await sendError(dsn, oddName);

    const client = SentryClient.create(createConfig());
    for (const [project, environments] of [
      ['domifa-backend', ['production']],
      ['essai-web', [oddName]],
    ] as const) {
      const ref = { organization: 'incubateur', project };
      const { id: projectId } = await client.getProject(ref, {});
      expect(await client.listEnvironments(ref, {})).toEqual(
        expect.arrayContaining([...environments]),
      );
      const scope = {
        organization: 'incubateur',
        projectId,
        environments: [...environments],
      };
      const found = await client.listUnresolvedIssues(scope, {});
      expect(found.issues.length).toBeGreaterThan(0);
      await client.listNewIssues(scope, {});
      await client.listRegressedIssues(scope, {});
      await client.getEventStats(scope, {});
      await client.getSessions(scope, {});
      const releases = await client.listReleases(scope, {});
      expect(releases.length).toBeGreaterThan(0);
    }

    expect(proxy.violations).toEqual([]);
    const asked = new Set(
      [...proxy.answered].map(call => call.replace(/ \d+$/, '')),
    );
    const operations = Object.entries(contract.paths).flatMap(
      ([path, methods]) =>
        Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`),
    );
    // A key is made only where a project has none.
    const keys = operations.find(name => /^POST .*\/keys\/$/.test(name));
    expect([...asked].sort()).toEqual(
      operations.filter(name => name !== keys).sort(),
    );
  });

  it.each([
    [
      'a value that does not exist',
      'issues/?sort=oldest',
      'query/sort must be',
    ],
    ['a parameter that does not exist', 'issues/?color=red', 'color'],
    [
      'a field that is missing',
      'stats_v2/?groupBy=outcome',
      "query must have required property 'field'",
    ],
    ['a path that does not exist', 'error-issues/', 'not found'],
  ])('catches a wrong request: %s', async (_, path, words) => {
    const { ok } = await ask(`/api/0/organizations/incubateur/${path}`);
    expect(ok).toBe(false);
    expect(proxy.violations).toEqual([expect.stringContaining(words)]);
  });
});

describe("Sentry's published contract, with a facade that does not keep it", () => {
  it('catches a wrong answer', async () => {
    const facades = await startTestFacades(
      [
        context => {
          const facade = createSentryFacade(context);
          const { app } = facade;
          app.set('json replacer', (key: string, value: unknown) =>
            key === 'count' ? Number(value) : value,
          );
          return facade;
        },
      ],
      { now },
    );
    const proxy = await startContractProxy({
      contract,
      target: facades.context.urls.sentry,
    });
    try {
      const answer = await fetch(
        `${proxy.url}/api/0/organizations/incubateur/issues/`,
        { headers: { authorization: 'Bearer sandbox-sentry-token' } },
      );
      expect(answer.status).toBe(500);
      expect(proxy.violations).toEqual([
        expect.stringMatching(/response\/0\/count must be string/),
      ]);
    } finally {
      await proxy.stop();
      await facades.stop();
    }
  });
});

/** As an application does: not through the proxy, the paths of the SDKs are not in the contract. */
async function sendError(dsn: string, environment: string): Promise<void> {
  const { origin, pathname, username } = new URL(dsn);
  const { ok } = await fetch(
    `${origin}/api${pathname}/envelope/?sentry_key=${username}`,
    {
      method: 'POST',
      body: [
        JSON.stringify({ dsn }),
        JSON.stringify({ type: 'event' }),
        JSON.stringify({ environment, release: 'v1', message: 'Oups' }),
      ].join('\n'),
    },
  );
  expect(ok).toBe(true);
}
