import { JsonObject } from '@backstage/types';
import { ActionRuns, testMadeOnce } from './__testUtils__/ActionRuns';
import { startActions, StartedActions } from './__testUtils__/startActions';
import { TaskDouble } from './__testUtils__/TaskDouble';

jest.setTimeout(180_000);

const camille = 'camille.martin@fabrique.social.gouv.fr';

describe('mail and folders, against the sandbox', () => {
  let actions: StartedActions;
  let runs: ActionRuns;
  beforeAll(async () => {
    actions = await startActions([
      'azure',
      'tipimail',
      'nextcloud',
      'office365',
      'github',
      'gitlab',
      'kubernetes-dev',
      'kubernetes-prod',
    ]);
    runs = new ActionRuns(actions);
  });
  afterAll(() => actions?.stop());

  const read = async (url: string, headers: Record<string, string>) =>
    (await fetch(url, { headers })).json();

  testMadeOnce(
    () => actions,
    [
      [
        'fabrique:tipimail:domain:ensure',
        { domain: 'envois.example' },
        ['tipimail-domain'],
      ],
      [
        'fabrique:nextcloud:folder:ensure',
        { path: 'Produits/R&D #1', groups: ['domifa'] },
        ['nextcloud-folder'],
      ],
      [
        'fabrique:office365:mailbox:ensure',
        { address: 'aide.domifa', owners: [camille] },
        ['office365-group'],
      ],
      [
        'fabrique:tipimail:api-key:ensure',
        { environments: ['dev', 'prod'], sink: 'gitlab-variable' },
        ['tipimail-api-key', 'gitlab-variable'],
      ],
    ],
  );

  it.each<[string, JsonObject, JsonObject, string]>([
    [
      'a domain of another application',
      { domain: 'partage.example' },
      { action: 'fabrique:tipimail:domain:ensure' },
      'The sending domain partage.example belongs to SocialGouv/domifa. Choose another name.',
    ],
    [
      'a folder of another application',
      { path: 'Produits/Partage' },
      { action: 'fabrique:nextcloud:folder:ensure' },
      'The NextCloud folder Produits/Partage belongs to SocialGouv/domifa. Choose another path.',
    ],
    [
      'a mailbox of another application',
      { address: 'partage', owners: [camille] },
      { action: 'fabrique:office365:mailbox:ensure' },
      'The mailbox partage@fabrique.social.gouv.fr belongs to SocialGouv/domifa. Choose another address.',
    ],
  ])('leaves %s alone', async (_case, input, { action }, sentence) => {
    await runs.run(String(action), input);
    const writes = await actions.readWrites();
    await expect(
      runs.run(String(action), { ...input, name: 'egapro' }),
    ).rejects.toThrow(sentence);
    expect(await actions.readWrites()).toEqual(writes);
  });

  it.each<[string, string, JsonObject, string]>([
    [
      'a domain that people declared',
      'fabrique:tipimail:domain:ensure',
      { domain: 'domifa.fabrique.social.gouv.fr' },
      "The sending domain domifa.fabrique.social.gouv.fr exists, and nothing says that it is SocialGouv/domifa's.",
    ],
    [
      'a folder that people made',
      'fabrique:nextcloud:folder:ensure',
      { path: 'Produits/DomiFa' },
      "The NextCloud folder Produits/DomiFa exists, and nothing says that it is SocialGouv/domifa's.",
    ],
    [
      'a mailbox that people made',
      'fabrique:office365:mailbox:ensure',
      { owners: [camille] },
      "The mailbox contact.domifa exists, and nothing says that it is SocialGouv/domifa's.",
    ],
    [
      'a list, which has no mailbox',
      'fabrique:office365:mailbox:ensure',
      { address: 'equipe.domifa', owners: [camille] },
      'The address equipe.domifa@fabrique.social.gouv.fr is that of a list or a security group, which has no mailbox. Choose another address.',
    ],
    [
      'an owner whom nobody knows',
      'fabrique:office365:mailbox:ensure',
      { address: 'neuve', owners: [camille, 'personne@elsewhere.example'] },
      'Office 365 knows nobody with the address personne@elsewhere.example. Give the addresses of people of the directory.',
    ],
    [
      'a mailbox that nobody would own',
      'fabrique:office365:mailbox:ensure',
      { address: 'neuve' },
      "needs somebody who owns the mailbox: give 'owners', or run it as a person whose address the catalog knows",
    ],
  ])('refuses %s', async (_case, id, input, sentence) => {
    await expect(runs.run(id, input)).rejects.toThrow(sentence);
  });

  it('keeps a folder with files until its path is typed in', async () => {
    const task = new TaskDouble('with-files');
    const path = 'Produits/Avec fichiers';
    await runs.run('fabrique:nextcloud:folder:ensure', { path }, task);
    const credentials = Buffer.from('portail:sandbox-nextcloud-password');
    await fetch(
      `${actions.sandbox.urls.nextcloud}/remote.php/dav/files/portail/Produits/Avec%20fichiers/a.odt`,
      {
        method: 'PUT',
        body: 'x',
        headers: { authorization: `Basic ${credentials.toString('base64')}` },
      },
    );
    await expect(runs.undo(task.id)).rejects.toThrow(
      `The NextCloud folder ${path} holds data (files and folders: 1). To lose it, write its name '${path}' into 'names'.`,
    );
    expect((await runs.undo(task.id, [path])).removed).toEqual([
      `NextCloud folder ${path}`,
    ]);
  });

  it('lets no secret out, and sends nothing where a mail catcher is', async () => {
    const task = new TaskDouble('secrets');
    const outputs = await runs.run(
      'fabrique:tipimail:api-key:ensure',
      { environments: ['dev', 'preprod', 'prod'], sink: 'gitlab-variable' },
      task,
    );
    expect(outputs.keys).toEqual(
      [
        ['preprod', 'preprod-dev'],
        ['prod', 'prod'],
      ].map(([environment, name]) => ({
        environment,
        secret: {
          sink: 'gitlab-variable',
          name,
          keys: [
            'SMTP_HOST',
            'SMTP_PORT',
            'SMTP_USER',
            'SMTP_PASSWORD',
            'SMTP_FROM',
          ],
        },
      })),
    );
    const { urls } = actions.sandbox;
    const keys: { description: string; key: string }[] = await read(
      `${urls.tipimail}/v1/settings/apikeys`,
      {
        'X-Tipimail-ApiUser': 'sandbox-tipimail-user',
        'X-Tipimail-ApiKey': 'sandbox-tipimail-key',
      },
    );
    const { key } = keys.find(
      one => one.description === 'SocialGouv/domifa (prod)',
    )!;
    expect(
      await read(
        `${urls.gitlab}/api/v4/projects/SocialGouv%2Fdomifa/variables/SMTP_PASSWORD?filter[environment_scope]=prod`,
        { 'private-token': 'sandbox-gitlab-token' },
      ),
    ).toEqual({
      key: 'SMTP_PASSWORD',
      value: key,
      variable_type: 'env_var',
      environment_scope: 'prod',
      masked: true,
      hidden: false,
      protected: true,
      raw: true,
      description: '{"fabrique-app":"SocialGouv/domifa"}',
    });
    const told = [
      ...task.log,
      ...task.checkpoints.values(),
      JSON.stringify(outputs),
      JSON.stringify(await actions.kernel.ledger.list({ taskId: task.id })),
    ].join('\n');
    expect(keys.filter(one => told.includes(one.key))).toEqual([]);
  });
});
