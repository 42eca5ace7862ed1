import sodium from 'libsodium-wrappers';
import { startActions, StartedActions } from '../../__testUtils__/startActions';
import { TaskDouble } from '../../__testUtils__/TaskDouble';

jest.setTimeout(180_000);

describe('teams and secrets of GitHub, against the sandbox', () => {
  let actions: StartedActions;
  beforeAll(async () => {
    actions = await startActions(['github', 'gitlab', 'sentry']);
  });
  afterAll(() => actions?.stop());

  const undo = (taskId: string) =>
    new TaskDouble(`undo-${taskId}`).run(actions.action('fabrique:task:undo'), {
      taskId,
    });
  const read = async (path: string) => {
    const answer = await fetch(
      `${actions.sandbox.urls.github}/api/v3/${path}`,
      { headers: { authorization: 'Bearer sandbox-github-token' } },
    );
    return { status: answer.status, body: await answer.json() };
  };
  /** What GitHub's own runners would see. */
  const openSecrets = async (place: string): Promise<string[][]> => {
    await sodium.ready;
    const from = (text: string) =>
      sodium.from_base64(text, sodium.base64_variants.ORIGINAL);
    const { documents } = actions.sandbox.context;
    const key = documents<{ publicKey: string; privateKey: string }>(
      'github-secret-keys',
    ).get('key')!;
    const { secrets } = documents<{
      secrets: { name: string; encryptedValue: string }[];
    }>('github-secrets').get(place)!;
    return secrets.map(({ name, encryptedValue }) => [
      name,
      sodium.to_string(
        sodium.crypto_box_seal_open(
          from(encryptedValue),
          from(key.publicKey),
          from(key.privateKey),
        ),
      ),
    ]);
  };

  it('makes a team with its people, keeps those who are there, and takes away what it made', async () => {
    const id = 'fabrique:github:team:ensure';
    const input = {
      name: 'domifa',
      owner: 'group:default/ghosts',
      members: ['camille-martin'],
    };
    const task = new TaskDouble('team');
    const writes = await actions.readWrites();
    await task.run(actions.action(id), input, { isDryRun: true });
    expect(await actions.readWrites()).toEqual(writes);

    const outputs = await task.run(actions.action(id), input);
    expect(outputs).toEqual({
      slug: 'ghosts',
      url: `${actions.sandbox.urls.github}/orgs/SocialGouv/teams/ghosts`,
    });
    const members = await read('orgs/SocialGouv/teams/ghosts/members');
    expect(members.body).toMatchObject([{ login: 'camille-martin' }]);

    task.checkpoints.clear();
    const made = await actions.readWrites();
    await task.run(actions.action(id), input);
    expect(await actions.readWrites()).toEqual(made);

    expect(await undo('team')).toEqual({
      taskId: 'team',
      removed: ['GitHub team ghosts'],
      kept: [],
    });
    expect((await read('orgs/SocialGouv/teams/ghosts')).status).toBe(404);
    // The team of the fleet was there before, and stays.
    const present = new TaskDouble('present');
    await present.run(actions.action(id), {
      name: 'domifa',
      owner: 'group:default/domifa',
    });
    await expect(undo('present')).rejects.toThrow('The ledger has nothing');
  });

  it('seals secrets for GitHub alone, once', async () => {
    const id = 'fabrique:github:secret:ensure';
    const input = {
      name: 'domifa',
      environment: 'production',
      generate: ['SESSION_KEY'],
      values: { partner_token: 'the-typed-secret' },
    };
    const task = new TaskDouble('secret');
    const writes = await actions.readWrites();
    await task.run(actions.action(id), input, { isDryRun: true });
    expect(await actions.readWrites()).toEqual(writes);

    expect(await task.run(actions.action(id), input)).toEqual({
      secret: {
        sink: 'github-secret',
        name: 'domifa/production',
        keys: ['SESSION_KEY', 'PARTNER_TOKEN'],
      },
    });
    const secrets = await openSecrets('SocialGouv/domifa/production');
    expect(secrets).toEqual([
      ['SESSION_KEY', expect.stringMatching(/^[A-Za-z0-9-]{40,}$/)],
      ['PARTNER_TOKEN', 'the-typed-secret'],
    ]);
    expect(
      JSON.stringify([
        task.log,
        [...task.checkpoints],
        await actions.kernel.ledger.list({ taskId: 'secret' }),
      ]),
    ).not.toMatch(`the-typed-secret|${secrets[0][1]}`);

    task.checkpoints.clear();
    await task.run(actions.action(id), input);
    expect(await openSecrets('SocialGouv/domifa/production')).toEqual(secrets);

    await undo('secret');
    expect(await openSecrets('SocialGouv/domifa/production')).toEqual([]);
  });

  it('is a sink for what other actions make', async () => {
    const task = new TaskDouble('sink');
    const { secret } = await task.run(
      actions.action('fabrique:sentry:project:ensure'),
      { name: 'domifa', owner: 'group:default/domifa', sink: 'github-secret' },
    );
    expect(secret).toEqual({
      sink: 'github-secret',
      name: 'domifa/production',
      keys: ['SENTRY_DSN', 'NEXT_PUBLIC_SENTRY_DSN'],
    });
    for (const environment of ['review', 'preproduction', 'production']) {
      expect(await openSecrets(`SocialGouv/domifa/${environment}`)).toEqual([
        ['SENTRY_DSN', expect.stringMatching(/^http:\/\/\w+@/)],
        ['NEXT_PUBLIC_SENTRY_DSN', expect.stringMatching(/^http:\/\/\w+@/)],
      ]);
    }
  });

  it.each([
    [{ name: 'domifa' }, 'has no secret to keep'],
    [
      { name: 'domifa', values: { 'a/b': 'x' } },
      "'a/b' cannot be the key of a secret",
    ],
    [
      { name: 'domifa', values: { GITHUB_TOKEN: 'x' } },
      'GitHub write secret: HTTP 422 ("Secret names can only contain',
    ],
  ])('refuses %j', async (input, message) => {
    await expect(
      new TaskDouble('refused').run(
        actions.action('fabrique:github:secret:ensure'),
        input,
      ),
    ).rejects.toThrow(message);
  });
});
