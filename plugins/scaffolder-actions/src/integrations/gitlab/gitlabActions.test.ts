import { JsonObject } from '@backstage/types';
import {
  ActionRuns,
  listVerbs,
  testMadeOnce,
} from '../../__testUtils__/ActionRuns';
import { startActions, StartedActions } from '../../__testUtils__/startActions';
import { TaskDouble } from '../../__testUtils__/TaskDouble';

jest.setTimeout(180_000);

describe('variables and pipelines of GitLab, against the sandbox', () => {
  let actions: StartedActions;
  let runs: ActionRuns;
  beforeAll(async () => {
    actions = await startActions([
      'github',
      'gitlab',
      'kubernetes-dev',
      'kubernetes-prod',
    ]);
    runs = new ActionRuns(actions);
  });
  afterAll(() => actions?.stop());

  const gitlab = async (path: string, init: RequestInit = {}) => {
    const answer = await fetch(
      `${actions.sandbox.urls.gitlab}/api/v4/projects/SocialGouv%2Fdomifa/${path}`,
      {
        ...init,
        headers: {
          'content-type': 'application/json',
          'private-token': 'sandbox-gitlab-token',
        },
      },
    );
    return answer.json();
  };

  testMadeOnce(
    () => actions,
    [
      [
        'fabrique:gitlab:variable:ensure',
        { key: 'WEBHOOK_TOKEN', environment: 'preprod' },
        ['gitlab-variable'],
      ],
    ],
  );

  it.each<[string, string, JsonObject, string]>([
    [
      'a value that cannot be masked',
      'fabrique:gitlab:variable:ensure',
      { key: 'SHORT', value: 'a b' },
      'The value of SHORT cannot be masked: GitLab wants 8 characters or more, on one line and without spaces',
    ],
    [
      'a project that is not there',
      'fabrique:gitlab:variable:ensure',
      { name: 'not-there', key: 'TOKEN' },
      'GitLab has no project SocialGouv/not-there to keep variables. Make it first, with fabrique:gitlab:mirror:ensure',
    ],
  ])('refuses %s', async (_case, id, input, sentence) => {
    await expect(runs.run(id, input)).rejects.toThrow(sentence);
  });

  it('sets a value anew that was changed, and leaves one alone that people set', async () => {
    const id = 'fabrique:gitlab:variable:ensure';
    const input = { key: 'PARTNER_KEY', value: 'the-first-value' };
    await runs.run(id, input);
    const task = new TaskDouble('changed');
    await runs.run(id, { ...input, value: 'the-second-value' }, task);
    expect(listVerbs(task)).toEqual(['update']);
    expect(await gitlab('variables/PARTNER_KEY')).toMatchObject({
      value: 'the-second-value',
      masked: true,
      protected: false,
    });
    expect(task.log.join('\n')).not.toContain('value');

    await gitlab('variables', {
      method: 'POST',
      body: JSON.stringify({ key: 'BY_HAND', value: 'by-hand-value' }),
    });
    await expect(runs.run(id, { key: 'BY_HAND' })).rejects.toThrow(
      "nothing says that it is SocialGouv/domifa's",
    );
    expect(await gitlab('variables/BY_HAND')).toMatchObject({
      value: 'by-hand-value',
      description: null,
    });
  });

  it('starts a pipeline once for a step, however often that is run, and says how it ends', async () => {
    const id = 'fabrique:gitlab:pipeline:run';
    const input = { variables: { TRIGGER: 'RELEASE' } };
    const list = () => gitlab('pipelines?source=api');
    const known = (await list()).length;
    const dry = new TaskDouble('pipeline');
    await runs.run(id, input, dry, true);
    expect(await list()).toHaveLength(known);

    const task = new TaskDouble('pipeline');
    const outputs = await runs.run(id, input, task);
    // As after a crash before the checkpoint was stored.
    task.checkpoints.clear();
    expect(await runs.run(id, input, task)).toEqual(outputs);
    const pipelines = await list();
    expect(pipelines).toHaveLength(known + 1);
    expect(outputs).toEqual({
      pipelineId: pipelines[0].id,
      url: pipelines[0].web_url,
    });
    expect(await gitlab(`pipelines/${outputs.pipelineId}/variables`)).toEqual(
      expect.arrayContaining([
        { key: 'TRIGGER', value: 'RELEASE', variable_type: 'env_var' },
      ]),
    );
    expect(task.log.join('\n')).toMatch(
      /pipeline #\d+ is \w+ after \d+ s(, usually in \d+ s)?/,
    );
    await expect(
      runs.run(id, { ref: 'not-there' }, new TaskDouble('no-ref')),
    ).rejects.toThrow('Reference not found');
  });
});
