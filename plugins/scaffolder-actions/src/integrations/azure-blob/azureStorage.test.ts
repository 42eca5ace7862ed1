import {
  AnonymousCredential,
  BlobServiceClient,
  ContainerClient,
} from '@azure/storage-blob';
import { readFileSync } from 'fs';
import { join } from 'path';
import { parse } from 'yaml';
import {
  openSealedSecret,
  readSealingKeys,
} from '../../__testUtils__/openSealedSecrets';
import { readPlan } from '../../__testUtils__/readPlan';
import { startActions, StartedActions } from '../../__testUtils__/startActions';
import { TaskDouble } from '../../__testUtils__/TaskDouble';

jest.setTimeout(180_000);

const groupId = 'fabrique:azure:resource-group:ensure';
const accountId = 'fabrique:azure:storage-account:ensure';
const blobId = 'fabrique:azure:blob:ensure';

describe('the actions of Azure storage, against the sandbox', () => {
  let actions: StartedActions;
  beforeAll(async () => {
    actions = await startActions([
      'blob',
      'azure',
      'github',
      'kubernetes-dev',
      'kubernetes-prod',
    ]);
  });
  afterAll(() => actions?.stop());

  const countWrites = async () => (await actions.readWrites()).length;
  const undo = async (taskId: string, names: string[] = []) => {
    const task = new TaskDouble(`undo-${taskId}`);
    await task.run(actions.action('fabrique:task:undo'), { taskId, names });
    return task.log.filter(line => line.startsWith('  removed'));
  };

  it('make a resource group, once, and take it away again', async () => {
    const task = new TaskDouble('group');
    const input = { name: 'archives', location: 'francesouth' };
    const before = await countWrites();
    await task.run(actions.action(groupId), input, { isDryRun: true });
    expect(await countWrites()).toBe(before);

    const output = await task.run(actions.action(groupId), input);
    expect(output).toEqual({
      resourceGroup: 'rg-archives',
      id: expect.stringMatching(/\/resourceGroups\/rg-archives$/),
    });
    const again = new TaskDouble('group-again');
    expect(await again.run(actions.action(groupId), input)).toEqual(output);
    expect(readPlan(again)).toEqual([
      'nothing resource group rg-archives exists in francesouth',
    ]);
    expect(await countWrites()).toBe(before + 1);

    await expect(
      new TaskDouble('other').run(actions.action(groupId), {
        name: 'domifa',
        resourceGroup: 'rg-archives',
      }),
    ).rejects.toThrow(
      'The resource group rg-archives belongs to SocialGouv/archives. Choose another name.',
    );
    // The portal's own bears nobody's name.
    await expect(
      new TaskDouble('own').run(actions.action(groupId), {
        name: 'domifa',
        resourceGroup: 'fabrique',
      }),
    ).rejects.toThrow("nothing says that it is SocialGouv/domifa's");

    expect(await undo('group')).toEqual([
      '  removed resource group rg-archives',
    ]);
    expect(await undo('group')).toEqual([]);
  });

  it('make accounts, and give what they lack to those that exist', async () => {
    const task = new TaskDouble('account');
    const run = (input: object, by = task) =>
      by.run(actions.action(accountId), {
        name: 'depots',
        environments: ['prod'],
        ...input,
      });
    expect(await run({ accountKey: false })).toEqual({
      accounts: [
        {
          account: 'depotsprod',
          url: `${actions.sandbox.urls.blob}/depotsprod`,
        },
      ],
    });
    expect(readPlan(task)).toEqual([
      'create storage account depotsprod private, without keys',
    ]);
    const more = new TaskDouble('more');
    await run(
      { corsOrigins: ['https://depot.example.fr'], softDeleteDays: 90 },
      more,
    );
    expect(readPlan(more)).toEqual([
      'update storage account depotsprod soft delete, CORS',
    ]);
    // Less is not asked of what keeps more.
    const less = new TaskDouble('less');
    const before = await countWrites();
    await run({ softDeleteDays: 7 }, less);
    expect(readPlan(less)).toEqual([
      'nothing storage account depotsprod exists',
    ]);
    expect(await countWrites()).toBe(before);
    await expect(
      new TaskDouble('foreign').run(actions.action(accountId), {
        name: 'domifa',
        environments: ['prod'],
      }),
    ).rejects.toThrow(
      "The storage account domifaprod exists, and nothing says that it is SocialGouv/domifa's",
    );
    expect(await undo('account')).toEqual([
      '  removed storage account depotsprod',
    ]);
  });

  it('make a container with a signature for it, and need no key of the account', async () => {
    const task = new TaskDouble('signed');
    const { containers } = (await task.run(actions.action(blobId), {
      name: 'signe',
      environments: ['dev'],
      credentials: 'sas',
      sasDays: 2,
    })) as { containers: { url: string; secret: object }[] };
    expect(containers).toEqual([
      {
        environment: 'dev',
        account: 'signedev',
        container: 'signe-dev',
        url: `${actions.sandbox.urls.blob}/signedev/signe-dev`,
        secret: {
          sink: 'sealed-secret',
          name: 'azure-signedev-volume',
          keys: [
            'azurestorageaccountname',
            'azurestoragecontainerurl',
            'azurestoragesastoken',
          ],
        },
      },
    ]);
    const requests = await readPaths();
    expect(requests.filter(path => /listKeys/i.test(path))).toEqual([]);
    const secret = openSealedSecret(
      parse(
        readFileSync(
          join(
            task.workspacePath,
            '.socialgouv/environments/dev/azure-signedev-volume.sealed-secret.yaml',
          ),
          'utf8',
        ),
      ),
      readSealingKeys(actions.sandbox.dataDir),
    );
    const signature = secret.azurestoragesastoken;
    expect(new URLSearchParams(signature).get('skoid')).toBeTruthy();
    expect(task.log.join('\n') + JSON.stringify(containers)).not.toContain(
      new URLSearchParams(signature).get('sig'),
    );

    const open = (query: string) =>
      new ContainerClient(
        `${secret.azurestoragecontainerurl}?${query}`,
        new AnonymousCredential(),
        { retryOptions: { maxTries: 1 } },
      );
    const container = open(signature);
    await container.getBlockBlobClient('note.txt').upload('bonjour', 7);
    expect(
      (await container.getBlobClient('note.txt').downloadToBuffer()).toString(),
    ).toBe('bonjour');
    await expect(
      open(signature.replace('sp=racwdl', 'sp=racwdlx'))
        .getBlobClient('note.txt')
        .downloadToBuffer(),
    ).rejects.toMatchObject({ statusCode: 403 });

    await expect(undo('signed')).rejects.toThrow(
      "The container signe-dev holds data (files). To lose it, write its name 'signe-dev' into 'names'.",
    );
    expect(await undo('signed', ['signe-dev'])).toEqual([
      '  removed container signe-dev',
      '  removed storage account signedev',
    ]);
  });

  it('make a public container that forgets, for an application that signs in as itself', async () => {
    const task = new TaskDouble('public');
    const input = {
      name: 'vitrine',
      environments: ['prod'],
      publicAccess: 'files',
      lifecycle: { coolAfterDays: 30, deleteAfterDays: 365 },
      credentials: 'none',
    };
    const { containers, annotations } = await task.run(
      actions.action(blobId),
      input,
    );
    expect(annotations).toEqual({
      'fabrique.social.gouv.fr/azure-storage-account.prod': 'vitrineprod',
      'fabrique.social.gouv.fr/azure-storage-containers.prod': 'vitrine-prod',
      'fabrique.social.gouv.fr/azure-storage-public-containers.prod':
        'vitrine-prod',
    });
    expect(containers).toEqual([
      {
        environment: 'prod',
        account: 'vitrineprod',
        container: 'vitrine-prod',
        url: `${actions.sandbox.urls.blob}/vitrineprod/vitrine-prod`,
      },
    ]);
    expect(readPlan(task)).toEqual([
      'create storage account vitrineprod may have public files, without keys',
      'create container vitrine-prod everybody may read its files',
      'create lifecycle of container vitrine-prod cool after 30 days, deleted after 365 days',
    ]);
    const again = new TaskDouble('public-again');
    await again.run(actions.action(blobId), {
      ...input,
      lifecycle: { deleteAfterDays: 30 },
    });
    expect(readPlan(again)).toEqual([
      'nothing storage account vitrineprod exists',
      'nothing container vitrine-prod exists, and is public',
      'update lifecycle of container vitrine-prod deleted after 30 days',
    ]);
    const anybody = new BlobServiceClient(
      `${actions.sandbox.urls.blob}/vitrineprod`,
      new AnonymousCredential(),
      { retryOptions: { maxTries: 1 } },
    );
    await expect(
      anybody
        .getContainerClient('vitrine-prod')
        .getBlobClient('absent.txt')
        .getProperties(),
    ).rejects.toMatchObject({ statusCode: 404 });
    expect(await undo('public')).toEqual([
      '  removed container vitrine-prod',
      '  removed storage account vitrineprod',
    ]);
  });

  async function readPaths(): Promise<string[]> {
    const answer = await fetch(
      `${actions.sandbox.urls.control}/_requests?upstream=azure`,
    );
    const { requests } = (await answer.json()) as {
      requests: { path: string }[];
    };
    return requests.map(({ path }) => path);
  }
});
