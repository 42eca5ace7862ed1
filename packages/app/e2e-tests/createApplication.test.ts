import {
  BlobServiceClient,
  StorageSharedKeyCredential,
} from '@azure/storage-blob';
import { APIRequestContext, expect, test } from '@playwright/test';
import { enterAsGuest } from './support/enterAsGuest';
import { mkdtempSync, rmSync } from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import { Client } from 'pg';
import { dryRunWebApp, startWebAppTask, waitForTask } from './support/portal';
import { run } from './support/run';
import { expectNoSecrets, listSecrets } from './support/scanForSecrets';
import {
  forgetRequests,
  listKubernetes,
  readRequests,
  readSecret,
  sandboxUrl,
} from './support/sandbox';
import { TrafficRecord } from './support/TrafficRecord';

const answers = {
  name: 'suivi-social',
  title: 'Suivi social',
  description: 'Suivre les demandes des usagers jusqu’à leur réponse.',
  owner: 'group:default/domifa',
  environments: ['dev', 'preprod', 'prod'],
  database: true,
  storage: true,
  extensions: ['pgcrypto'],
  services: ['upptime', 'grafana', 'tipimail', 'nextcloud', 'office365'],
};
const github = `${sandboxUrl('01')}/SocialGouv/${answers.name}.git`;
const gitlab = `${sandboxUrl('02')}/SocialGouv/${answers.name}.git`;

const traffic = new TrafficRecord();
const taskIds: string[] = [];
let secretsBefore: Awaited<ReturnType<typeof listSecrets>> = [];
const folder = mkdtempSync(join(tmpdir(), 'fabrique-clone-'));

/** The namespace of an environment, which holds the number of the GitLab project. */
async function findNamespace(
  request: APIRequestContext,
  environment: 'prod' | 'preprod',
) {
  const namespaces = await listKubernetes<{ metadata: { name: string } }>(
    request,
    environment === 'prod' ? 'prod2' : 'dev2',
    '/api/v1/namespaces',
  );
  const names = namespaces.map(({ metadata }) => metadata.name);
  return environment === 'prod'
    ? names.find(name => name === answers.name)
    : names.find(name =>
        new RegExp(`^${answers.name}-\\d+-preprod-dev$`).test(name),
      );
}

test.describe.serial('A person creates an application', () => {
  test.beforeAll(async () => {
    secretsBefore = await listSecrets();
  });
  test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('fills in the form, sees the steps, and opens the page within a minute', async ({
    page,
  }) => {
    traffic.follow(page);
    await enterAsGuest(page);
    await page.goto('/create/templates/default/web-app');

    await page.getByLabel(/^Nom/).fill(answers.name);
    await expect(page.getByText('suivisocialprod')).toBeVisible();
    await page.getByLabel(/^Titre/).fill(answers.title);
    await page.getByLabel(/^Description/).fill(answers.description);
    await page.getByLabel(/^Équipe/).fill('domifa');
    await page
      .getByRole('option', { name: /domifa/i })
      .first()
      .click();
    await page.getByRole('button', { name: /Suivant|Next/ }).click();
    await page.getByLabel(/^Une base de données/).waitFor();
    await page.getByRole('button', { name: /Suivant|Next/ }).click();
    await expect(
      page.getByLabel('Le site surveillé par UppTime'),
    ).toBeChecked();
    for (const service of ['Tipimail', 'NextCloud', 'Office 365']) {
      await page.locator('label', { hasText: service }).click();
    }
    await page
      .getByLabel('Propriétaire de la boîte')
      .fill('camille.martin@fabrique.social.gouv.fr');
    await page.getByRole('button', { name: 'Vérifier' }).click();
    const started = Date.now();
    await page.getByRole('button', { name: 'Créer' }).click();

    await page.waitForURL(/\/create\/tasks\//);
    taskIds.push(new URL(page.url()).pathname.split('/').pop()!);
    const open = page
      .getByRole('link', { name: "Voir l'application" })
      .or(page.getByRole('button', { name: "Voir l'application" }));
    await expect(open.first()).toBeVisible({ timeout: 90_000 });
    await open.first().click();
    await expect(
      page.getByRole('heading', { name: /suivi.social/i }).first(),
    ).toBeVisible();
    const seconds = (Date.now() - started) / 1000;
    test.info().annotations.push({
      type: 'seconds from Create to the page',
      description: seconds.toFixed(1),
    });
    console.info(`From Create to the entity page: ${seconds.toFixed(1)} s`);
    expect(seconds).toBeLessThan(60);
  });

  test('clones it from GitHub and from GitLab, installs, tests and builds it', async () => {
    test.setTimeout(420_000);
    const clone = join(folder, 'github');
    await run('git', ['clone', '--quiet', github, clone]);
    await run('git', ['clone', '--quiet', gitlab, join(folder, 'gitlab')]);
    const head = await run('git', ['rev-parse', 'HEAD'], clone);
    expect(
      await run('git', ['rev-parse', 'HEAD'], join(folder, 'gitlab')),
    ).toBe(head);

    await run('npm', ['ci', '--no-audit', '--no-fund'], clone);
    await run('npm', ['test'], clone);
    await run('npm', ['run', 'build'], clone);
  });

  test('connects to its database with the password that the cluster opened', async ({
    request,
  }) => {
    await expect
      .poll(() => findNamespace(request, 'prod'), { timeout: 90_000 })
      .toBeTruthy();
    const namespace = (await findNamespace(request, 'prod'))!;
    const secret = await readSecret(
      request,
      'prod2',
      namespace,
      'azure-pg-user',
    );

    const client = new Client({
      connectionString: secret.DATABASE_URL.replace(/[?&]sslmode=require/, ''),
      ssl: { rejectUnauthorized: false },
    });
    await client.connect();
    await client.query('CREATE TABLE journey (word text)');
    await client.query("INSERT INTO journey VALUES ('bonjour')");
    const { rows } = await client.query(
      'SELECT word, current_user AS person FROM journey',
    );
    await client.query('DROP TABLE journey');
    await client.end();
    expect(rows).toEqual([{ word: 'bonjour', person: secret.PGUSER }]);
  });

  test('puts a file into its storage and reads it back', async ({
    request,
  }) => {
    const namespace = (await findNamespace(request, 'prod'))!;
    const secret = await readSecret(
      request,
      'prod2',
      namespace,
      'azure-suivisocialprod-volume',
    );
    const credential = new StorageSharedKeyCredential(
      secret.azurestorageaccountname,
      secret.azurestorageaccountkey,
    );
    const container = new BlobServiceClient(
      `${sandboxUrl('09')}/${secret.azurestorageaccountname}`,
      credential,
    ).getContainerClient(`${answers.name}-prod`);

    await container.getBlockBlobClient('mot.txt').upload('bonjour', 7);
    const blob = await container
      .getBlockBlobClient('mot.txt')
      .downloadToBuffer();
    expect(blob.toString()).toBe('bonjour');

    const anonymous = await request.get(`${container.url}/mot.txt`);
    expect(anonymous.ok()).toBe(false);
  });

  test('sees it come to life on its page', async ({ page }) => {
    traffic.follow(page);
    await enterAsGuest(page);
    await page.goto(`/catalog/default/component/${answers.name}/fabrique`);

    for (const title of ['Exécution', 'Observation']) {
      await expect(page.getByRole('heading', { name: title })).toBeVisible();
    }
    await expect(
      page.getByText('2/2').or(page.getByText('2 / 2')).first(),
    ).toBeVisible({ timeout: 90_000 });
    await expect(
      page.getByRole('link', { name: /Ouvrir dans Sentry/ }),
    ).toBeVisible();
    await expect(
      page.getByRole('link', { name: /Ouvrir dans Matomo/ }),
    ).toBeVisible();
    await expect(
      page.getByRole('link', { name: /Ouvrir dans GitLab/ }),
    ).toBeVisible();
    // What was ticked in the form, linked by the annotations of the first commit.
    for (const service of ['Grafana', 'NextCloud', 'Office 365']) {
      await expect(
        page
          .getByRole('article', { name: new RegExp(`^${service}`) })
          .getByText('Va bien'),
      ).toBeVisible();
    }
    await expect(
      page
        .getByRole('article', { name: /^Tipimail/ })
        .getByText(`ne-pas-repondre@${answers.name}.prod2`),
    ).toBeVisible();
    await page.screenshot({
      path: 'e2e-test-report/created-application.png',
      fullPage: true,
    });

    await page.goto(`/catalog/default/component/${answers.name}/kubernetes`);
    // The core tab, in the clusters of development and of production.
    await expect(page.getByText(/^\d+ pods?$/)).toHaveCount(2, {
      timeout: 60_000,
    });
  });

  test('case 11: finds none of its secrets in a log, event, output, database, repository or the browser', async ({
    request,
  }) => {
    await expectNoSecrets(request, {
      before: secretsBefore,
      made: {
        'database password': 3,
        // Two for each account, of which applications use one.
        'storage key': 4,
        // That of the DSN, and the one that older programs send with it.
        'Sentry key': 2,
        'Tipimail key': 2,
      },
      name: answers.name,
      taskIds,
      traffic,
    });
  });

  test('runs it again with the same answers, and nothing changes', async ({
    request,
  }) => {
    const head = await run('git', ['ls-remote', github, 'HEAD']);
    const secretBefore = await readSecret(
      request,
      'prod2',
      answers.name,
      'azure-pg-user',
    );

    const again = await waitForTask(
      request,
      await startWebAppTask(request, answers),
    );

    expect(again.status, again.log).toBe('completed');
    expect(again.log).not.toMatch(/^\s*(create|update) /m);
    expect(await run('git', ['ls-remote', github, 'HEAD'])).toBe(head);
    expect(
      await readSecret(request, 'prod2', answers.name, 'azure-pg-user'),
    ).toEqual(secretBefore);
    const client = new Client({
      connectionString: secretBefore.DATABASE_URL.replace(
        /[?&]sslmode=require/,
        '',
      ),
      ssl: { rejectUnauthorized: false },
    });
    await client.connect();
    await client.end();
  });

  test('tries the template dry, and nothing is written anywhere', async ({
    request,
  }) => {
    await forgetRequests(request);
    const log = await dryRunWebApp(request, {
      ...answers,
      name: 'essai-a-blanc',
    });

    expect(log).toMatch(/create/);
    for (const upstream of ['github', 'gitlab', 'sentry', 'azure', 'matomo']) {
      const requests = await readRequests(request, upstream);
      const writes = requests.filter(
        ({ method, path }) =>
          !['GET', 'HEAD', 'OPTIONS'].includes(method) &&
          // Sign-in at Azure and reads of Matomo are POSTs.
          !/oauth2|listKeys|checkName/.test(path) &&
          upstream !== 'matomo',
      );
      expect(writes, upstream).toEqual([]);
    }
    const repository = await request.get(
      `${sandboxUrl('01')}/api/v3/repos/SocialGouv/essai-a-blanc`,
      { headers: { authorization: 'Bearer sandbox-github-token' } },
    );
    expect(repository.status()).toBe(404);
  });
});
