import { startActions, StartedActions } from '../__testUtils__/startActions';
import { TaskDouble } from '../__testUtils__/TaskDouble';
import { toRequestBody } from './toRequestBody';

jest.setTimeout(180_000);

const input = {
  name: 'domifa',
  title: 'Un nom de domaine : domifa.social.gouv.fr',
  description: 'Le service ouvre en mars.',
  details: { Environnements: 'prod', Note: 'a | b\nc' },
  plan: ['créer le nom', 'demander le certificat'],
  labels: ['domaine'],
};

describe('fabrique:sre:request, against the sandbox', () => {
  let actions: StartedActions;
  beforeAll(async () => {
    actions = await startActions(['github']);
  });
  afterAll(() => actions?.stop());

  const issues = async (path: string, body?: object, method = 'PATCH') => {
    const answer = await fetch(
      `${actions.sandbox.urls.github}/api/v3/repos/SocialGouv/support/issues${path}`,
      {
        ...(body && { method, body: JSON.stringify(body) }),
        headers: {
          authorization: 'Bearer sandbox-github-token',
          'content-type': 'application/json',
        },
      },
    );
    return answer.json();
  };
  const ask = (task: TaskDouble, options: { isDryRun?: boolean } = {}) =>
    task.run(actions.action('fabrique:sre:request'), input, options);
  const undo = (taskId: string, names: string[] = []) =>
    new TaskDouble(`undo-${Math.random()}`).run(
      actions.action('fabrique:task:undo'),
      { taskId, names },
    );

  it('opens one issue with who asks, what for and the plan, until it is closed', async () => {
    const writes = await actions.readWrites();
    await ask(new TaskDouble('dry'), { isDryRun: true });
    expect(await actions.readWrites()).toEqual(writes);

    const first = new TaskDouble('first');
    const outputs = await ask(first);
    const [issue] = await issues('?labels=portail,domaine');
    expect(outputs).toEqual({ url: issue.html_url, number: issue.number });
    expect(issue).toMatchObject({ title: input.title, state: 'open' });
    expect(issue.body).toBe(
      `${toRequestBody({
        application: 'SocialGouv/domifa',
        applicationUrl: `${actions.sandbox.urls.github}/SocialGouv/domifa`,
        description: input.description,
        details: input.details,
        plan: input.plan,
      })}\n\n<!-- {"fabrique-app":"SocialGouv/domifa","fabrique-task":"first"} -->`,
    );

    // Somebody else of the team asks the same.
    const second = new TaskDouble('second');
    expect(await ask(second)).toEqual(outputs);
    expect(await issues('?labels=portail')).toHaveLength(1);

    await issues(`/${issue.number}`, { state: 'closed' });
    expect(await undo('first')).toEqual({
      taskId: 'first',
      removed: [],
      kept: [`request “${input.title}”`],
    });
    const third = await ask(new TaskDouble('third'));
    expect(third.number).not.toBe(issue.number);
  });

  it('is withdrawn, but not what people have answered', async () => {
    const [issue] = await issues('?labels=portail');
    await issues(`/${issue.number}/comments`, { body: 'On regarde.' }, 'POST');
    await expect(undo('third')).rejects.toThrow(
      `holds data (answers to it). To lose it, write its name '${input.title}' into 'names'.`,
    );
    await undo('third', [input.title]);
    expect(await issues(`/${issue.number}`)).toMatchObject({
      state: 'closed',
      state_reason: 'not_planned',
    });
  });
});

describe('toRequestBody', () => {
  it('is a table, the reason, and boxes to tick', () => {
    expect(
      toRequestBody({
        application: 'SocialGouv/domifa',
        applicationUrl: 'https://github.com/SocialGouv/domifa',
        person: 'user:default/camille.martin',
        description: ' Pourquoi. \n',
        details: { Note: 'a | b\nc' },
        plan: ['créer le nom'],
      }),
    ).toBe(
      [
        '| | |',
        '| --- | --- |',
        '| Application | [SocialGouv/domifa](https://github.com/SocialGouv/domifa) |',
        '| Demandé par | `user:default/camille.martin` |',
        '| Note | a \\| b c |',
        '',
        'Pourquoi.',
        '',
        '### À faire',
        '',
        '- [ ] créer le nom',
        '',
        '_Demande faite depuis le portail ; elle y est suivie sur la page de l’application jusqu’à la fermeture de ce ticket._',
      ].join('\n'),
    );
  });
});
