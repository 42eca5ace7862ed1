import { Gitlab } from '@gitbeaker/rest';
import { Octokit } from '@octokit/rest';
import { execFile } from 'child_process';
import { mkdtemp, rm, writeFile } from 'fs/promises';
import { tmpdir } from 'os';
import { join } from 'path';
import { promisify } from 'util';
import { DeployInput, Deployer } from '../kernel/Deployer';
import { startTestSandbox, TestSandbox } from '../testing/startTestSandbox';

const run = promisify(execFile);

jest.setTimeout(120_000);

describe('the git forges', () => {
  let sandbox: TestSandbox;
  let octokit: Octokit;
  let gitlab: InstanceType<typeof Gitlab>;
  let folder: string;
  const deployed: DeployInput[] = [];

  const deployer: Deployer = {
    deploy: async input => {
      deployed.push(input);
      if (await input.readFile('broken.txt')) {
        throw new Error('error validating "deployment.yaml"');
      }
    },
  };

  /** Git as a person has it, without questions. */
  const git = async (...args: string[]) => {
    const { stdout } = await run('git', args, {
      cwd: folder,
      env: {
        PATH: process.env.PATH,
        HOME: folder,
        GIT_TERMINAL_PROMPT: '0',
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: 'Camille Martin',
        GIT_AUTHOR_EMAIL: 'camille.martin@fabrique.social.gouv.fr',
        GIT_COMMITTER_NAME: 'Camille Martin',
        GIT_COMMITTER_EMAIL: 'camille.martin@fabrique.social.gouv.fr',
      },
    });
    return stdout.trim();
  };

  const githubUrl = (name: string, credentials = '') =>
    `${sandbox.urls.github.replace(
      '//',
      `//${credentials}`,
    )}/SocialGouv/${name}.git`;

  const until = async <T>(
    read: () => Promise<T | undefined | false>,
    what: string,
  ): Promise<T> => {
    const end = Date.now() + 40_000;
    while (Date.now() < end) {
      const value = await read();
      if (value) return value;
      await new Promise(resolve => {
        setTimeout(resolve, 100);
      });
    }
    throw new Error(`waited too long for ${what}`);
  };

  /** Commits files in a new folder and pushes them to `main`. */
  const pushFiles = async (name: string, files: Record<string, string>) => {
    await git('init', '-q', '-b', 'main', name);
    for (const [path, content] of Object.entries(files)) {
      await run('mkdir', ['-p', join(folder, name, path, '..')]);
      await writeFile(join(folder, name, path), content);
    }
    await git('-C', name, 'add', '.');
    await git('-C', name, 'commit', '-q', '-m', 'feat: first version');
    const url = githubUrl(name, 'x-access-token:sandbox-github-token@');
    await git('-C', name, 'push', '-q', url, 'main');
    return git('-C', name, 'rev-parse', 'HEAD');
  };

  beforeAll(async () => {
    sandbox = await startTestSandbox(['github', 'gitlab']);
    sandbox.context.deployment.deployer = deployer;
    octokit = new Octokit({
      auth: 'sandbox-github-token',
      baseUrl: `${sandbox.urls.github}/api/v3`,
      log: { debug() {}, info() {}, warn() {}, error() {} },
    });
    gitlab = new Gitlab({
      host: sandbox.urls.gitlab,
      token: 'sandbox-gitlab-token',
    });
    folder = await mkdtemp(join(tmpdir(), 'fabrique-git-'));
  });

  afterAll(async () => {
    await sandbox?.remove();
    await rm(folder, { recursive: true, force: true });
  });

  const owner = 'SocialGouv';

  it('starts with the repositories of the fleet, linked to their services', async () => {
    const repo = 'domifa';
    const { data: repository } = await octokit.rest.repos.get({ owner, repo });
    expect(repository).toMatchObject({
      full_name: 'SocialGouv/domifa',
      default_branch: 'main',
      visibility: 'public',
      clone_url: githubUrl('domifa'),
      topics: ['fabrique', 'domifa'],
    });
    const { data: commits } = await octokit.rest.repos.listCommits({
      owner,
      repo,
      per_page: 5,
    });
    expect(commits).toHaveLength(5);
    const { data: branch } = await octokit.rest.repos.getBranch({
      owner,
      repo,
      branch: 'main',
    });
    expect(branch.commit.sha).toBe(commits[0].sha);
    expect(branch.protected).toBe(true);
    const { data: file } = await octokit.rest.repos.getContent({
      owner,
      repo,
      path: 'catalog-info.yaml',
    });
    const content = 'content' in file ? file.content : '';
    expect(Buffer.from(content, 'base64').toString()).toContain(
      'sentry.io/project-slug: incubateur/domifa-backend',
    );
    const { data: comparison } =
      await octokit.rest.repos.compareCommitsWithBasehead({
        owner,
        repo,
        basehead: `${commits[2].sha}...main`,
      });
    expect(comparison).toMatchObject({ status: 'ahead', ahead_by: 2 });
    const { data: latest } = await octokit.rest.repos.getLatestRelease({
      owner,
      repo: 'gitlab-ci-yml',
    });
    expect(latest.tag_name).toBe('v23.3.4');
    const { data: teams } = await octokit.rest.repos.listTeams({ owner, repo });
    expect(teams.map(({ slug, permission }) => [slug, permission])).toEqual([
      ['domifa', 'maintain'],
      ['sre', 'admin'],
    ]);
    const access = await octokit.rest.teams.checkPermissionsForRepoInOrg({
      org: owner,
      team_slug: 'domifa',
      owner,
      repo,
      headers: { accept: 'application/vnd.github.v3.repository+json' },
    });
    expect(access.data).toMatchObject({ role_name: 'maintain' });
    await expect(
      octokit.rest.teams.checkPermissionsForRepoInOrg({
        org: owner,
        team_slug: 'egapro',
        owner,
        repo,
      }),
    ).rejects.toMatchObject({ status: 404 });
    const alertsOf = async (name: string) =>
      (
        await octokit.rest.dependabot.listAlertsForRepo({
          owner,
          repo: name,
          state: 'open',
        })
      ).data.map(alert => alert.security_advisory.severity);
    await expect(alertsOf('domifa')).resolves.toEqual([]);
    await expect(alertsOf('tumeplay')).resolves.toEqual(['critical']);
    const { data: account } = await octokit.rest.users.getAuthenticated();
    expect(account.login).toBe('socialgroovybot');
    const { data: meta } = await octokit.rest.meta.get();
    expect(meta).toMatchObject({ installed_version: '3.14.0' });
    const { data: limits } = await octokit.rest.rateLimit.get();
    expect(limits.rate.limit).toBe(15000);
  });

  it('lists pull requests page by page, each on a branch that can be fetched', async () => {
    const all = await octokit.rest.pulls.list({
      owner,
      repo: 'egapro',
      state: 'open',
    });
    const numbers: number[] = [];
    for await (const { data } of octokit.paginate.iterator(
      octokit.rest.pulls.list,
      { owner, repo: 'egapro', state: 'open', per_page: 1 },
    )) {
      expect(data).toHaveLength(1);
      numbers.push(data[0].number);
    }
    expect(numbers.length).toBeGreaterThan(1);
    expect(numbers).toEqual(all.data.map(({ number }) => number));
    const created = all.data.map(pull => pull.created_at);
    expect(created).toEqual([...created].sort().reverse());
    const { head } = all.data[0];
    await expect(
      git('ls-remote', githubUrl('egapro'), `refs/heads/${head.ref}`),
    ).resolves.toBe(`${head.sha}\trefs/heads/${head.ref}`);
  });

  it('pages lists with links, and answers 304 to who knows the answer', async () => {
    const names: string[] = [];
    let pages = 0;
    for await (const { data } of octokit.paginate.iterator(
      octokit.rest.repos.listForOrg,
      { org: owner, per_page: 10 },
    )) {
      pages += 1;
      names.push(...data.map(({ name }) => name));
    }
    expect(pages).toBe(3);
    expect(new Set(names).size).toBe(28);
    const { headers } = await octokit.rest.repos.listTags({
      owner,
      repo: 'gitlab-ci-yml',
      per_page: 4,
      page: 2,
    });
    expect(
      [...(headers.link ?? '').matchAll(/[?&]page=(\d+)>; rel="(\w+)"/g)].map(
        ([, page, rel]) => [rel, page],
      ),
    ).toEqual([
      ['prev', '1'],
      ['next', '3'],
      ['last', '3'],
      ['first', '1'],
    ]);
    expect(headers).toMatchObject({ 'x-ratelimit-limit': '15000' });
    await expect(
      octokit.rest.repos.listTags({
        owner,
        repo: 'gitlab-ci-yml',
        per_page: 4,
        page: 2,
        headers: { 'if-none-match': headers.etag },
      }),
    ).rejects.toMatchObject({ status: 304 });
    const projects = await gitlab.Projects.all({
      search: 'code-du-travail',
      pagination: 'offset',
      showExpanded: true,
      perPage: 1,
      page: 1,
      maxPages: 1,
    });
    expect(projects.paginationInfo).toMatchObject({
      current: 1,
      next: null,
      total: 1,
      totalPages: 1,
    });
    expect(
      (
        await gitlab.Groups.allProjects('SocialGouv', {
          pagination: 'keyset',
          perPage: 10,
        })
      ).map(({ id }) => id),
    ).toEqual(Array.from({ length: 26 }, (_, index) => 125 - index));
  });

  it('refuses wrong tokens, taken names and unknown things, in the words of the real systems', async () => {
    const stranger = new Octokit({
      auth: 'wrong',
      baseUrl: `${sandbox.urls.github}/api/v3`,
      log: { debug() {}, info() {}, warn() {}, error() {} },
    });
    await expect(stranger.rest.users.getAuthenticated()).rejects.toMatchObject({
      status: 401,
      response: {
        data: {
          message: 'Bad credentials',
          documentation_url: 'https://docs.github.com/rest',
          status: '401',
        },
      },
    });
    await expect(
      octokit.rest.repos.createInOrg({ org: owner, name: 'domifa' }),
    ).rejects.toMatchObject({
      status: 422,
      response: {
        data: {
          message: 'Repository creation failed.',
          errors: [
            {
              resource: 'Repository',
              code: 'custom',
              field: 'name',
              message: 'name already exists on this account',
            },
          ],
        },
      },
    });
    await expect(
      octokit.rest.repos.get({ owner, repo: 'nothing' }),
    ).rejects.toMatchObject({ status: 404 });
    await expect(
      octokit.rest.repos.getBranchProtection({
        owner,
        repo: 'fabrique-catalog',
        branch: 'nothing',
      }),
    ).rejects.toMatchObject({
      status: 404,
      response: { data: { message: 'Branch not found' } },
    });
    await expect(
      gitlab.Projects.create({ path: 'domifa', namespaceId: 10 }),
    ).rejects.toMatchObject({
      cause: { description: expect.stringContaining('has already been taken') },
    });
    await expect(
      gitlab.Projects.show('SocialGouv/nothing'),
    ).rejects.toMatchObject({
      cause: { description: '404 Project Not Found' },
    });
    await expect(
      gitlab.Projects.showPullMirror('SocialGouv/emjpm'),
    ).resolves.toMatchObject({ update_status: 'failed' });
    for (const authorization of ['', `Basic ${btoa('x-access-token:wrong')}`]) {
      const response = await fetch(
        `${githubUrl('domifa')}/info/refs?service=git-receive-pack`,
        { headers: authorization ? { authorization } : {} },
      );
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe(
        'Basic realm="GitHub"',
      );
    }
  });

  it('takes a new application from its first push to production', async () => {
    const repo = 'mon-appli';
    const { data: team } = await octokit.rest.teams.getByName({
      org: owner,
      team_slug: 'domifa',
    });
    const { data: created } = await octokit.rest.repos.createInOrg({
      org: owner,
      name: repo,
      description: 'Une nouvelle application',
      visibility: 'public',
      team_id: team.id,
    });
    expect(created).toMatchObject({
      default_branch: 'main',
      clone_url: githubUrl(repo),
    });
    const manifest = '.socialgouv/environments/dev/manifests/ingress.yaml';
    const head = await pushFiles(repo, {
      '.gitlab-ci.yml': `
include: [{ project: SocialGouv/gitlab-ci-yml, file: /autodevops.yml, ref: v23.3.4 }]
variables: { AUTO_DEVOPS_RELEASE_AUTO: on, AUTO_DEVOPS_PRODUCTION_AUTO: on }
`,
      [manifest]: `
apiVersion: networking.k8s.io/v1
kind: Ingress
spec: { rules: [{ host: mon-appli.example.org }] }
`,
      '.socialgouv/environments/dev/app.sealed-secret.yaml': 'kind: x\n',
    });
    await expect(
      git('-C', repo, 'push', '-q', githubUrl(repo, 'x:wrong@'), 'main:stolen'),
    ).rejects.toThrow(/Authentication failed/);
    await octokit.rest.repos.replaceAllTopics({ owner, repo, names: ['web'] });
    await octokit.rest.teams.addOrUpdateRepoPermissionsInOrg({
      org: owner,
      team_slug: 'domifa',
      owner,
      repo,
      permission: 'maintain',
    });
    await expect(
      octokit.rest.repos.getBranchProtection({ owner, repo, branch: 'main' }),
    ).rejects.toMatchObject({
      status: 404,
      response: { data: { message: 'Branch not protected' } },
    });
    await octokit.rest.repos.updateBranchProtection({
      owner,
      repo,
      branch: 'main',
      required_status_checks: null,
      enforce_admins: true,
      required_pull_request_reviews: { required_approving_review_count: 2 },
      restrictions: null,
    });
    const { data: protection } = await octokit.rest.repos.getBranchProtection({
      owner,
      repo,
      branch: 'main',
    });
    expect(protection).toMatchObject({
      enforce_admins: { enabled: true },
      required_pull_request_reviews: { required_approving_review_count: 2 },
    });

    const startedAt = Date.now();
    const project = await gitlab.Projects.create({
      path: repo,
      name: repo,
      namespaceId: 10,
      importUrl: githubUrl(repo, 'oauth2:sandbox-github-token@'),
      mirror: true,
      mirrorTriggerBuilds: true,
    });
    expect(project.import_url).toBe(githubUrl(repo));
    const id = project.id;
    const mirrored = await until(
      async () =>
        (await gitlab.Branches.all(id)).find(({ name }) => name === 'main'),
      'the import',
    );
    expect(mirrored.commit.id).toBe(head);
    expect(
      await git(
        'ls-remote',
        `${sandbox.urls.gitlab}/SocialGouv/${repo}`,
        'HEAD',
      ),
    ).toBe(`${head}\tHEAD`);

    const production = await until(
      async () =>
        (
          await gitlab.Pipelines.all(id)
        ).find(({ ref, status }) => ref === 'v1.0.0' && status === 'success'),
      'the pipeline of the release',
    );
    const branchPipeline = await until(
      async () =>
        (
          await gitlab.Pipelines.all(id, { ref: 'main' })
        ).find(({ status }) => status === 'success'),
      'the pipeline of the branch',
    );
    const seconds = (Date.now() - startedAt) / 1000;
    expect(seconds).toBeGreaterThan(8);
    expect(seconds).toBeLessThan(60);
    expect(production.sha).toBe(head);
    const { data: release } = await octokit.rest.repos.getLatestRelease({
      owner,
      repo,
    });
    expect(release.tag_name).toBe('v1.0.0');

    const jobs = await gitlab.Jobs.all(id, { pipelineId: branchPipeline.id });
    expect(
      jobs.reverse().map(({ stage, name, status }) => [stage, name, status]),
    ).toEqual([
      ['Install', 'Install', 'success'],
      ['Code Quality', 'Lint', 'success'],
      ['Code Quality', 'Test', 'success'],
      ['Code Quality', 'Build', 'success'],
      ['Registration', 'Register Kaniko image', 'success'],
      ['Release', 'Release', 'success'],
      ['Deploy', 'Review', 'success'],
      ['Deploy', 'Preprod', 'success'],
      ['.post', 'Notify Success', 'success'],
    ]);
    expect(
      deployed.map(({ readFile: _read, listFiles: _list, ...input }) => input),
    ).toEqual(
      expect.arrayContaining([
        {
          cluster: 'dev2',
          environment: 'dev',
          environmentName: 'main-dev',
          environmentSlug: 'main-dev',
          namespace: `${repo}-${id}-main-dev`,
          projectName: repo,
          projectPath: `SocialGouv/${repo}`,
          projectId: id,
          ref: 'main',
          sha: head,
        },
        expect.objectContaining({
          cluster: 'dev2',
          environmentName: 'preprod-dev',
          namespace: `${repo}-${id}-preprod-dev`,
        }),
        expect.objectContaining({
          cluster: 'prod2',
          environmentName: 'prod',
          namespace: repo,
          ref: 'v1.0.0',
        }),
      ]),
    );
    expect(deployed).toHaveLength(3);
    const dev = deployed.find(({ environment }) => environment === 'dev')!;
    await expect(
      dev.listFiles('.socialgouv/environments/dev'),
    ).resolves.toEqual(['.socialgouv/environments/dev/app.sealed-secret.yaml']);
    await expect(dev.listFiles('nowhere')).resolves.toEqual([]);
    await expect(dev.readFile(manifest)).resolves.toContain('kind: Ingress');
    await expect(dev.readFile('nothing.yaml')).resolves.toBeUndefined();
    const environments = await gitlab.Environments.all(id);
    expect(
      environments.map(({ name, external_url: url }) => [name, url]).sort(),
    ).toEqual([
      ['main-dev', 'https://mon-appli.example.org'],
      ['preprod-dev', null],
      ['prod', null],
    ]);

    // A push that cannot be deployed: the mirror follows at once, the pipeline says why it failed.
    await writeFile(join(folder, repo, 'broken.txt'), 'x');
    await git('-C', repo, 'add', '.');
    await git('-C', repo, 'commit', '-q', '-m', 'docs: break');
    const pushedAt = Date.now();
    await git(
      '-C',
      repo,
      'push',
      '-q',
      githubUrl(repo, 'x-access-token:sandbox-github-token@'),
      'main:feat/login',
    );
    const broken = await until(
      async () => (await gitlab.Pipelines.all(id, { ref: 'feat/login' }))[0],
      'the mirror to follow',
    );
    // Less than the time between two polls: the push itself was heard of.
    expect(Date.now() - pushedAt).toBeLessThan(10_000);
    await until(
      async () =>
        (await gitlab.Pipelines.show(id, broken.id)).status === 'failed',
      'the pipeline to fail',
    );
    const [failed] = await gitlab.Jobs.all(id, {
      pipelineId: broken.id,
      scope: 'failed',
    });
    expect(failed.name).toBe('Review');
    await expect(gitlab.Jobs.showLog(id, failed.id)).resolves.toContain(
      'error validating "deployment.yaml"',
    );
    expect(deployed.at(-1)).toMatchObject({
      environmentSlug: expect.stringMatching(/^feat-login-dev-[0-9a-z]{6}$/),
    });
  });

  it('goes on after a restart, brings a stuck mirror up to date when asked, and drops removed branches', async () => {
    const running = await gitlab.Pipelines.create('SocialGouv/vao', 'main');
    await sandbox.restart();
    sandbox.context.deployment.deployer = deployer;
    await until(async () => {
      const { status } = await gitlab.Pipelines.show(
        'SocialGouv/vao',
        running.id,
      );
      expect(status).not.toBe('failed');
      return status === 'success';
    }, 'the pipeline that was running');
    const path = 'SocialGouv/emjpm';
    const { data: branch } = await octokit.rest.repos.getBranch({
      owner,
      repo: 'emjpm',
      branch: 'main',
    });
    const behind = await gitlab.Branches.show(path, 'main');
    expect(behind.commit.id).not.toBe(branch.commit.sha);
    const response = await fetch(
      `${sandbox.urls.gitlab}/api/v4/projects/${encodeURIComponent(
        path,
      )}/mirror/pull`,
      {
        method: 'POST',
        headers: { 'private-token': 'sandbox-gitlab-token' },
      },
    );
    expect(response.status).toBe(200);
    await until(
      async () =>
        (await gitlab.Branches.show(path, 'main')).commit.id ===
        branch.commit.sha,
      'the mirror to catch up',
    );
    await octokit.rest.git.createRef({
      owner,
      repo: 'emjpm',
      ref: 'refs/heads/essai',
      sha: branch.commit.sha,
    });
    const names = async () =>
      (await gitlab.Branches.all(path)).map(({ name }) => name);
    await until(async () => (await names()).includes('essai'), 'the branch');
    await octokit.rest.git.deleteRef({
      owner,
      repo: 'emjpm',
      ref: 'heads/essai',
    });
    await until(
      async () => !(await names()).includes('essai'),
      'the branch to go',
    );
  });

  it('gives the number of a deleted project to nobody, also when it was deleted in the middle of its import', async () => {
    const mirror = (path: string) =>
      gitlab.Projects.create({
        path,
        namespaceId: 10,
        importUrl: githubUrl('egapro', 'oauth2:sandbox-github-token@'),
        mirror: true,
      });
    let last = 0;
    for (const name of ['gone', 'gone', 'stays']) {
      const { id } = await mirror(name);
      expect(id).toBeGreaterThan(last);
      last = id;
      if (name === 'gone') await gitlab.Projects.remove(id);
    }
    await until(
      async () => (await gitlab.Branches.all(last)).length > 0,
      'the import',
    );
    await gitlab.Projects.remove(last);
  });

  it('does not bring a repository back by what was still at work on it when it was removed', async () => {
    const repo = 'retire';
    await octokit.rest.repos.createInOrg({
      org: owner,
      name: repo,
      auto_init: true,
    });
    const releases = [...Array(10).keys()].map(i =>
      octokit.rest.repos.createRelease({ owner, repo, tag_name: `v1.${i}.0` }),
    );
    await Promise.race(releases);
    await octokit.rest.repos.delete({ owner, repo });
    await Promise.allSettled(releases);
    await expect(octokit.rest.repos.get({ owner, repo })).rejects.toMatchObject(
      { status: 404 },
    );
  });

  it('keeps variables as GitLab does', async () => {
    const id = 'SocialGouv/domifa';
    await gitlab.ProjectVariables.create(id, 'SENTRY_DSN', 'https://x@y/1', {
      masked: true,
    });
    await expect(
      gitlab.ProjectVariables.create(id, 'SENTRY_DSN', 'https://x@y/1'),
    ).rejects.toMatchObject({
      cause: { description: '{"key":["(SENTRY_DSN) has already been taken"]}' },
    });
    await expect(
      gitlab.ProjectVariables.create(id, 'SHORT', 'short', { masked: true }),
    ).rejects.toMatchObject({
      cause: { description: '{"value":["is invalid"]}' },
    });
    await gitlab.ProjectVariables.edit(id, 'SENTRY_DSN', 'https://x@y/2');
    await expect(gitlab.ProjectVariables.all(id)).resolves.toEqual([
      {
        key: 'SENTRY_DSN',
        value: 'https://x@y/2',
        variable_type: 'env_var',
        protected: false,
        masked: true,
        hidden: false,
        raw: false,
        environment_scope: '*',
        description: null,
      },
    ]);
    await gitlab.ProjectVariables.remove(id, 'SENTRY_DSN');
    await expect(gitlab.ProjectVariables.all(id)).resolves.toEqual([]);
  });
});
