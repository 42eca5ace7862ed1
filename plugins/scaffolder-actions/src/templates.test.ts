import { runTemplate } from './__testUtils__/runTemplate';
import { startActions, StartedActions } from './__testUtils__/startActions';
import { TaskDouble } from './__testUtils__/TaskDouble';

jest.setTimeout(180_000);

const application = 'component:default/secretariat';

describe('templates for an application that exists, against the sandbox', () => {
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

  const github = async (path: string) => {
    const answer = await fetch(
      `${actions.sandbox.urls.github}/api/v3/repos/SocialGouv/${path}`,
      { headers: { authorization: 'Bearer sandbox-github-token' } },
    );
    expect(answer.status).toBe(200);
    return answer.json();
  };

  it('on-demand: opens an issue with the facts', async () => {
    const links = await runTemplate(actions, new TaskDouble('on-demand'), {
      template: 'on-demand',
      parameters: {
        application,
        kind: 'domaine',
        title: 'Un nom de domaine',
        description: 'Le service ouvre en mars.',
        environments: ['prod', 'preprod'],
      },
    });
    const [issue] = await github('support/issues?labels=portail,domaine');
    expect(issue.body).toContain('| Environnements | prod, preprod |');
    expect(issue.body).toContain('| Pour le | rien ne presse |');
    expect(links).toMatchObject([
      { title: 'Le ticket', url: issue.html_url },
      { title: 'Suivre la demande', entityRef: application },
    ]);
  });

  it('monitoring: makes what is missing and proposes the links in one pull request', async () => {
    const links = await runTemplate(actions, new TaskDouble('monitoring'), {
      template: 'monitoring',
      entity: {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'secretariat' },
        spec: { owner: 'group:default/sre' },
      },
      parameters: {
        application,
        url: 'https://secretariat.social.gouv.fr',
        tools: ['sentry', 'matomo', 'grafana', 'upptime'],
      },
    });
    const [pull] = await github(
      'secretariat/pulls?head=SocialGouv:fabrique/surveillance',
    );
    expect(links[0]).toMatchObject({
      title: 'La demande de fusion',
      url: pull.html_url,
    });
    expect(links.map(({ title }) => title)).toEqual([
      'La demande de fusion',
      "Voir l'application",
      'Le projet Sentry',
      'Le site Matomo',
      'Le tableau de bord Grafana',
      "La demande de fusion d'UppTime",
    ]);
    const { content } = await github(
      'secretariat/contents/catalog-info.yaml?ref=fabrique/surveillance',
    );
    const text = Buffer.from(content, 'base64').toString('utf8');
    for (const line of [
      /sentry\.io\/project-slug: incubateur\/secretariat\n/,
      /matomo\.io\/site-id: "\d+"\n/,
      /grafana\/dashboard-selector: secretariat\n/,
      /fabrique\.social\.gouv\.fr\/upptime-url: https:\/\/secretariat\.social\.gouv\.fr\n/,
    ]) {
      expect(text).toMatch(line);
    }
  });

  it('monitoring: takes only what is asked', async () => {
    const links = await runTemplate(actions, new TaskDouble('matomo-only'), {
      template: 'monitoring',
      entity: {
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'egapro' },
        spec: { owner: 'egapro' },
      },
      parameters: {
        application: 'component:default/egapro',
        url: 'https://nouvel-egapro.social.gouv.fr',
        tools: ['matomo'],
      },
    });
    expect(links.map(({ title }) => title)).toEqual([
      'La demande de fusion',
      "Voir l'application",
      'Le site Matomo',
    ]);
  });
});
