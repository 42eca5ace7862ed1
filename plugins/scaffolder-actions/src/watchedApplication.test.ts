import { JsonObject } from '@backstage/types';
import { startActions, StartedActions } from './__testUtils__/startActions';
import { TaskDouble } from './__testUtils__/TaskDouble';

jest.setTimeout(180_000);

const url = 'https://mon-app.fabrique.social.gouv.fr';

describe('an application that is watched, against the sandbox', () => {
  let actions: StartedActions;
  beforeAll(async () => {
    actions = await startActions([
      'github',
      'gitlab',
      'kubernetes-dev',
      'kubernetes-prod',
      'sentry',
      'matomo',
      'grafana',
      'upptime',
    ]);
  });
  afterAll(() => actions?.stop());

  const run = (
    task: TaskDouble,
    id: string,
    input: JsonObject,
    isDryRun = false,
  ) => {
    task.checkpoints.clear();
    return task.run(actions.action(id), input, { isDryRun });
  };
  const undo = (taskId: string) =>
    run(new TaskDouble(`undo-${taskId}`), 'fabrique:task:undo', { taskId });
  const read = async (
    upstream: 'grafana' | 'github',
    path: string,
    init: RequestInit = {},
  ) => {
    const answer = await fetch(`${actions.sandbox.urls[upstream]}${path}`, {
      ...init,
      headers: {
        authorization: `Bearer sandbox-${upstream}-token`,
        'content-type': 'application/json',
      },
    });
    return { status: answer.status, body: await answer.json() };
  };

  it('has a folder, a dashboard and a rule in Grafana, which people may change', async () => {
    const rule = {
      name: 'mon-app',
      environment: 'prod',
      id: 'restarts',
      title: 'Redémarrages fréquents',
      expression: 'sum(increase(restarts[15m]))',
      above: 3,
    };
    const steps: [string, JsonObject][] = [
      ['fabrique:grafana:folder:ensure', { name: 'mon-app', title: 'Mon app' }],
      ['fabrique:grafana:dashboard:ensure', { name: 'mon-app' }],
      ['fabrique:grafana:alert-rule:ensure', rule],
    ];
    const writes = await actions.readWrites();
    for (const [id, input] of steps) {
      await run(new TaskDouble('dry'), id, input, true);
    }
    expect(await actions.readWrites()).toEqual(writes);

    const task = new TaskDouble('grafana');
    for (const [id, input] of steps) await run(task, id, input);
    const dashboard = await read('grafana', '/api/dashboards/uid/mon-app-app');
    expect(dashboard.body).toMatchObject({
      meta: { folderUid: 'mon-app', folderTitle: 'Mon app' },
      dashboard: {
        title: 'mon-app – application',
        tags: ['mon-app', 'fabrique-app:SocialGouv/mon-app'],
      },
    });
    expect(dashboard.body.dashboard.panels).toHaveLength(5);
    const path = '/api/v1/provisioning/alert-rules/mon-app-prod-restarts';
    expect((await read('grafana', path)).body).toMatchObject({
      title: 'Redémarrages fréquents',
      folderUID: 'mon-app',
      labels: {
        component: 'mon-app',
        environment: 'prod',
        namespace: 'mon-app',
        severity: 'warning',
      },
      annotations: { 'fabrique-app': 'SocialGouv/mon-app' },
    });

    const made = await actions.readWrites();
    for (const [id, input] of steps) await run(task, id, input);
    expect(await actions.readWrites()).toEqual(made);

    await expect(
      run(new TaskDouble('other'), 'fabrique:grafana:dashboard:ensure', {
        name: 'domifa',
      }),
    ).rejects.toThrow(
      "The Grafana dashboard domifa – application exists, and nothing says that it is SocialGouv/domifa's.",
    );

    expect(await undo('grafana')).toMatchObject({
      removed: [
        'Grafana alert rule Redémarrages fréquents',
        'Grafana dashboard mon-app – application',
        'Grafana folder Mon app',
      ],
    });
    for (const gone of [path, '/api/folders/mon-app']) {
      expect((await read('grafana', gone)).status).toBe(404);
    }
  });

  it('is watched by UppTime once the pull request is merged', async () => {
    const id = 'fabrique:upptime:site:ensure';
    const input = { name: 'mon-app', title: 'Mon app', url };
    const pulls = async () =>
      (await read('github', '/api/v3/repos/SocialGouv/upptime/pulls')).body;
    const before = await pulls();
    await run(new TaskDouble('dry'), id, input, true);
    expect(await pulls()).toEqual(before);

    const task = new TaskDouble('upptime');
    const outputs = await run(task, id, input);
    const pull = (await pulls()).find(
      (one: { html_url: string }) => one.html_url === outputs.url,
    );
    expect(pull).toMatchObject({
      title: 'feat: surveille Mon app',
      head: { ref: 'fabrique/mon-app.fabrique.social.gouv.fr' },
    });
    expect(await run(task, id, input)).toEqual(outputs);

    await read(
      'github',
      `/api/v3/repos/SocialGouv/upptime/pulls/${pull.number}/merge`,
      { method: 'PUT', body: '{}' },
    );
    const answer = await fetch(
      `${actions.sandbox.urls.upptime}/SocialGouv/upptime/master/history/summary.json`,
    );
    expect(await answer.json()).toContainEqual(
      expect.objectContaining({
        name: 'Mon app',
        url: `${url}/`,
        status: 'up',
      }),
    );
    expect(await run(task, id, input)).toEqual({
      url: `${actions.sandbox.urls.github}/SocialGouv/upptime`,
      siteUrl: url,
    });
  });

  it("has the settings of the CNIL's exemption, of a site that was made by hand only when it is adopted", async () => {
    const id = 'fabrique:matomo:site:ensure';
    const input = { name: 'mon-app', url, exemption: true };
    const task = new TaskDouble('matomo');
    const { siteId } = await run(task, id, input);
    await run(task, id, input);
    expect(task.log.at(-1)).toMatch(new RegExp(`nothing .* site ${siteId} `));

    const matomo = (parameters: Record<string, string>) =>
      fetch(`${actions.sandbox.urls.matomo}/index.php`, {
        method: 'POST',
        body: new URLSearchParams({
          module: 'API',
          format: 'json',
          token_auth: 'sandbox-matomo-token',
          idSite: String(siteId),
          ...parameters,
        }),
      });
    await matomo({ method: 'SitesManager.updateSite', ecommerce: '1' });
    await run(task, id, input);
    expect(task.log.join('\n')).toContain(
      `site ${siteId}, exemption: orders are counted`,
    );
    const site = await matomo({ method: 'SitesManager.getSiteFromId' });
    expect(await site.json()).toMatchObject({ ecommerce: 0 });

    await matomo({
      method: 'SitesManager.addSite',
      siteName: 'by hand',
      'urls[0]': 'https://by-hand.example',
      ecommerce: '1',
    });
    await expect(
      run(new TaskDouble('foreign'), id, {
        ...input,
        name: 'by-hand',
        url: 'https://by-hand.example',
      }),
    ).rejects.toThrow("nothing says that it is SocialGouv/by-hand's");
  });

  it('is brought under watch as one plan, at the address that is said', async () => {
    const task = new TaskDouble('watch');
    const outputs = await run(task, 'fabrique:app:ensure', {
      name: 'autre-app',
      owner: 'group:default/domifa',
      url: 'https://autre.social.gouv.fr',
      environments: ['prod'],
      wants: { sentry: true, matomo: true, grafana: true, upptime: true },
    });
    expect(outputs).toEqual({
      parts: {
        sentry: expect.objectContaining({
          projectSlug: 'incubateur/autre-app',
        }),
        matomo: expect.objectContaining({ siteId: expect.any(Number) }),
        grafana: {
          uid: 'autre-app-app',
          url: `${actions.sandbox.urls.grafana}/d/autre-app-app/autre-app-application`,
          selector: 'autre-app',
        },
        upptime: {
          url: expect.stringMatching(/\/SocialGouv\/upptime\/pull\/\d+$/),
          siteUrl: 'https://autre.social.gouv.fr',
        },
      },
    });
    expect(await actions.findSite('https://autre.social.gouv.fr')).toEqual(
      expect.any(Number),
    );
  });

  it('makes the team of Sentry alone', async () => {
    const task = new TaskDouble('sentry-team');
    expect(
      await run(task, 'fabrique:sentry:team:ensure', {
        name: 'mon-app',
        owner: 'group:default/ghosts',
      }),
    ).toEqual({
      team: 'ghosts',
      url: `${actions.sandbox.urls.sentry}/settings/incubateur/teams/ghosts/`,
    });
    expect(await undo('sentry-team')).toEqual({
      taskId: 'sentry-team',
      removed: ['Sentry team ghosts'],
      kept: [],
    });
  });
});
