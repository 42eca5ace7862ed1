import { ConfigReader } from '@backstage/config';
import {
  GithubApi,
  GithubClient,
  GithubProvisioner,
} from '@socialgouv/backstage-plugin-fabrique-node';
import contract from '../../../contracts/github-openapi.json';
import {
  ContractProxy,
  startContractProxy,
} from '../../testing/startContractProxy';
import { startTestFacades, TestFacades } from '../../testing/startTestFacades';
import { createGithubFacade } from './createGithubFacade';

jest.setTimeout(60_000);

describe("GitHub's published contract", () => {
  let facades: TestFacades;
  let proxy: ContractProxy;
  let config: ConfigReader;
  beforeAll(async () => {
    facades = await startTestFacades([createGithubFacade]);
    proxy = await startContractProxy({
      contract,
      target: `${facades.context.urls.github}/api/v3`,
      undocumented: ['404'],
    });
    const host = new URL(proxy.url).host;
    config = new ConfigReader({
      integrations: {
        github: [
          { host, apiBaseUrl: proxy.url, token: 'sandbox-github-token' },
        ],
      },
      fabrique: { github: { host, organization: 'SocialGouv' } },
    });
  });
  afterAll(async () => {
    await proxy?.stop();
    await facades?.stop();
  });

  /** A branch that nothing protects. */
  const readPullBranch = async (): Promise<string> => {
    const answer = await fetch(
      `${facades.context.urls.github}/api/v3/repos/SocialGouv/domifa/pulls`,
    );
    return (await answer.json())[0].head.ref;
  };

  it('is kept by every call of the client, and every answer', async () => {
    const client = GithubClient.create(GithubApi.fromConfig(config)!);
    for (const repo of ['domifa', 'emjpm']) {
      const ref = { owner: 'SocialGouv', repo };
      await client.getRepository(ref, {});
      await client.listTeams(ref, {});
      await client.getBranch(ref, 'main', {});
      expect(await client.isBranchProtected(ref, 'main', {})).toBe(true);
      expect((await client.listOpenPulls(ref, {})).total).toBeGreaterThan(0);
      expect(await client.getLatestRelease(ref, {})).toBeDefined();
      expect(await client.countOpenSecurityAlerts(ref, {})).toBeDefined();
    }
    const ref = { owner: 'SocialGouv', repo: 'domifa' };
    const branch = await readPullBranch();
    expect(await client.isBranchProtected(ref, branch, {})).toBe(false);
    expect(proxy.violations).toEqual([]);
  });

  it('is kept by what makes repositories and teams', async () => {
    const github = GithubProvisioner.fromConfig(config)!;
    const wish = { name: 'Essai', description: 'Une équipe' };
    const team = await github.teams.create(wish);
    expect(await github.teams.get('essai')).toEqual(team);
    await github.teams.addMember('essai', 'camille-martin');
    expect(await github.teams.listMembers('essai')).toContain('camille-martin');
    expect(await github.getRepository('essai')).toBeUndefined();
    await github.createRepository({ name: 'essai', teamId: team.id });
    await github.setTopics('essai', ['nextjs']);
    await github.teams.giveAccess('essai', 'essai');
    expect(await github.teams.getRole('essai', 'essai')).toBe('maintain');
    expect(await github.teams.list('essai')).toEqual(['essai']);
    expect(await github.teams.listRepositories('essai')).toEqual(['essai']);
    expect(await github.countCommits('domifa', 'main')).toBe(2);
    expect(await github.hasFile('domifa', 'README.md')).toBe(true);
    await github.protectBranch('domifa', 'main');
    expect(await github.isProtected('domifa', 'main')).toBe(true);
    await github.deleteRepository('essai');
    await github.teams.delete('essai');
    expect(proxy.violations).toEqual([]);
  });

  it('is kept by what proposes changes and keeps secrets', async () => {
    const github = GithubProvisioner.fromConfig(config)!;
    const branch = 'essai';
    await github.files.commit('domifa', {
      branch,
      parent: (await github.getHead('domifa', 'main'))!,
      files: [{ path: 'essai.txt', content: Buffer.from('oui') }],
      message: 'feat: essai',
      replaces: false,
    });
    const texts = { title: 'Essai', body: 'Un essai' };
    const pull = await github.pullRequests.open('domifa', {
      branch,
      base: 'main',
      ...texts,
    });
    await github.pullRequests.close('domifa', pull.number);
    expect(await github.pullRequests.list('domifa', branch)).toEqual([
      { ...pull, state: 'closed' },
    ]);

    await github.secrets.ensureEnvironment('domifa', 'essai');
    for (const environment of [undefined, 'essai']) {
      const place = { repository: 'domifa', environment };
      const secret = await github.secrets.seal(
        { name: 'CLE', value: 'valeur' },
        await github.secrets.getPublicKey(place),
      );
      await github.secrets.put(place, secret);
      expect(await github.secrets.listNames(place)).toEqual(['CLE']);
      await github.secrets.delete(place, 'CLE');
    }
    expect(proxy.violations).toEqual([]);
  });

  it('is asked in every operation that it holds', () => {
    const asked = new Set(
      [...proxy.answered].map(call => call.replace(/ \d+$/, '')),
    );
    expect([...asked].sort()).toEqual(
      Object.entries(contract.paths)
        .flatMap(([path, methods]) =>
          Object.keys(methods).map(method => `${method.toUpperCase()} ${path}`),
        )
        .sort(),
    );
  });
});
