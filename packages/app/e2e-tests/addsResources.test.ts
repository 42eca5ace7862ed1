import { APIRequestContext, expect, Page, test } from '@playwright/test';
import { enterAsGuest } from './support/enterAsGuest';
import {
  readTask,
  signInAsGuest,
  startTask,
  waitForTask,
} from './support/portal';
import { sandboxUrl } from './support/sandbox';
import { expectNoSecrets, listSecrets } from './support/scanForSecrets';
import { TrafficRecord } from './support/TrafficRecord';

/** Applications of the fleet without a database or files. */
const withFiles = { name: 'serving-ml', title: 'Serving ML' };
const withDatabase = { name: 'siret2idcc', title: 'Siret2IDCC' };
const withServer = 'www';

const traffic = new TrafficRecord();
const taskIds: string[] = [];
let secretsBefore: Awaited<ReturnType<typeof listSecrets>> = [];

test.beforeAll(async () => {
  secretsBefore = await listSecrets();
});

/** Reads the open pull request of a branch, and the files that differ there. */
async function readPullRequest(
  request: APIRequestContext,
  repository: string,
  branch: string,
) {
  const api = `${sandboxUrl('01')}/api/v3/repos/SocialGouv/${repository}`;
  const headers = { authorization: 'Bearer sandbox-github-token' };
  const read = async (path: string) => {
    const response = await request.get(`${api}${path}`, { headers });
    expect(response.ok(), `${path} ${await response.text()}`).toBe(true);
    return response.json();
  };
  const listFiles = async (ref: string) => {
    const { tree } = await read(`/git/trees/${ref}?recursive=1`);
    return (tree as { path: string; type: string; sha: string }[])
      .filter(({ type }) => type === 'blob')
      .map(({ path, sha }) => `${path} ${sha}`);
  };
  const before = await listFiles('main');
  const pulls: { title: string; head: { ref: string } }[] = await read(
    '/pulls?state=open',
  );
  const { content } = await read(
    `/contents/catalog-info.yaml?ref=${encodeURIComponent(branch)}`,
  );
  return {
    title: pulls.find(({ head }) => head.ref === branch)?.title,
    files: (await listFiles(branch))
      .filter(file => !before.includes(file))
      .map(file => file.split(' ')[0])
      .sort(),
    catalogInfo: Buffer.from(content, 'base64').toString('utf8'),
  };
}

/** Waits until the catalog, which may just have started, knows a template; and opens its form. */
async function chooseApplication(page: Page, template: string, title: string) {
  const headers = await signInAsGuest(page.request);
  await expect
    .poll(
      async () => {
        const path = `/api/catalog/entities/by-name/template/default/${template}`;
        return (await page.request.get(path, { headers })).status();
      },
      { timeout: 60_000 },
    )
    .toBe(200);
  traffic.follow(page);
  await enterAsGuest(page);
  await page.goto(`/create/templates/default/${template}`);
  await page.getByLabel(/^Application/).fill(title);
  await page.getByRole('option', { name: new RegExp(title) }).click();
  await page.getByRole('button', { name: /Suivant|Next/ }).click();
}

async function create(page: Page) {
  await page.getByRole('button', { name: 'Vérifier' }).click();
  await page.getByRole('button', { name: 'Créer' }).click();
  await page.waitForURL(/\/create\/tasks\//);
  taskIds.push(new URL(page.url()).pathname.split('/').pop()!);
  const pull = page.getByRole('link', { name: 'La demande de fusion' });
  await expect(pull.first()).toBeVisible({ timeout: 90_000 });
}

/** Opens the card of a service that is well; the portal may have asked before there was anything. */
async function openCard(page: Page, name: string, service: RegExp) {
  await page.goto(
    `/catalog/default/component/${name}/fabrique?environment=prod`,
  );
  const card = page.getByRole('article', { name: service });
  await expect(async () => {
    await page.getByRole('button', { name: 'Actualiser' }).click();
    await expect(card.getByText('Va bien')).toBeVisible({ timeout: 10_000 });
  }).toPass({ timeout: 90_000 });
  return card;
}

test('a person gives an application storage for its files, and sees it on the page', async ({
  page,
  request,
}) => {
  test.setTimeout(180_000);
  await chooseApplication(page, 'blob-container', withFiles.title);
  await create(page);

  const { title, files, catalogInfo } = await readPullRequest(
    request,
    withFiles.name,
    'fabrique/stockage-de-fichiers',
  );
  expect(title).toBe('Ajouter le stockage de fichiers');
  expect(files).toEqual([
    '.socialgouv/environments/dev/azure-servingmldev-volume.sealed-secret.yaml',
    '.socialgouv/environments/preprod/azure-servingmldev-volume.sealed-secret.yaml',
    '.socialgouv/environments/prod/azure-servingmlprod-volume.sealed-secret.yaml',
    'catalog-info.yaml',
  ]);
  expect(catalogInfo).toContain(
    'fabrique.social.gouv.fr/azure-storage-account.prod: servingmlprod',
  );

  const card = await openCard(page, withFiles.name, /^Azure Blob/);
  await expect(card.getByText('serving-ml-prod')).toBeVisible();
});

test('a person gives an application a database, and sees it on the page', async ({
  page,
  request,
}) => {
  test.setTimeout(180_000);
  await chooseApplication(page, 'postgres-database', withDatabase.title);
  await page.getByLabel('unaccent').check();
  await create(page);

  const { files, catalogInfo } = await readPullRequest(
    request,
    withDatabase.name,
    'fabrique/base-postgres',
  );
  expect(files).toEqual([
    ...['dev', 'preprod', 'prod'].map(
      environment =>
        `.socialgouv/environments/${environment}/azure-pg-user.sealed-secret.yaml`,
    ),
    'catalog-info.yaml',
  ]);
  expect(catalogInfo).toContain(
    'fabrique.social.gouv.fr/azure-pg-database.preprod: siret2idcc_preprod',
  );

  await openCard(page, withDatabase.name, /^Azure Postgres/);
});

test('a dedicated server takes Azure 8 minutes, in which the task rests and others work', async ({
  request,
}) => {
  test.setTimeout(240_000);
  const start = async (name: string, server: 'dedicated' | 'shared') => {
    const id = await startTask(request, 'template:default/postgres-database', {
      component: `component:default/${name}`,
      environments: ['prod'],
      server,
      extensions: [],
      sink: 'azure-key-vault',
    });
    taskIds.push(id);
    return id;
  };
  const taskId = await start(withServer, 'dedicated');
  const paused = await waitForTask(request, taskId, 60_000);
  expect(paused.log).toMatch(
    /Azure makes the Postgres server wwwprodserver \(InProgress, for \d+ s, usually 5 to 10 minutes\)/,
  );
  const other = await waitForTask(
    request,
    await start('conventions-collectives', 'shared'),
    60_000,
  );
  expect(other.status, other.log).toBe('completed');

  const moved = await request.post(`${sandboxUrl('00')}/_clock`, {
    data: { advanceMs: 8 * 60_000 },
  });
  expect(moved.ok()).toBe(true);
  // By itself, and nobody asks it to.
  await expect
    .poll(async () => (await readTask(request, taskId)).status, {
      timeout: 120_000,
      intervals: [1000],
    })
    .toBe('completed');
  const { catalogInfo } = await readPullRequest(
    request,
    withServer,
    'fabrique/base-postgres',
  );
  expect(catalogInfo).toContain(
    'fabrique.social.gouv.fr/azure-pg-server.prod: wwwprodserver',
  );
});

test('nothing of what was made is in a log, event, output, database, repository or the browser', async ({
  request,
}) => {
  await expectNoSecrets(request, {
    before: secretsBefore,
    made: {
      // Three of one application, and one of each of two others.
      'database password': 5,
      'storage key': 4,
      'server administrator': 1,
    },
    name: withDatabase.name,
    taskIds,
    traffic,
  });
});
