import { APIRequestContext, expect, Page, test } from '@playwright/test';
import { enterAsGuest } from './support/enterAsGuest';
import { sandboxUrl } from './support/sandbox';

const application = 'secretariat';
const page360 = { width: 360, height: 800 };

/** GitHub, as the people of the SRE team see it. */
async function github<T>(
  request: APIRequestContext,
  path: string,
  change?: { method: string; data: object },
): Promise<T> {
  const response = await request.fetch(
    `${sandboxUrl('01')}/api/v3/repos/SocialGouv/${path}`,
    { headers: { authorization: 'Bearer sandbox-github-token' }, ...change },
  );
  expect(response.ok(), await response.text()).toBe(true);
  return response.json();
}

/** Chooses the application in the first field of a form. */
async function chooseApplication(page: Page) {
  await page.getByLabel(/^Application/).fill(application);
  await page
    .getByRole('option', { name: /secr[ée]tariat/i })
    .first()
    .click();
}

/** The card of what the portal made, on the page of the application. */
async function openResources(page: Page) {
  await page.goto(`/catalog/default/component/${application}`);
  const list = page.getByRole('list', { name: /Ce que le portail a créé/ });
  await list.waitFor();
  return list;
}

/** Sends a form whose last page is shown, and waits for a link of its outputs. */
async function send(page: Page, button: string, link: string) {
  await page.getByRole('button', { name: 'Vérifier' }).click();
  await page.getByRole('button', { name: button }).click();
  await page.waitForURL(/\/create\/tasks\//);
  const output = page
    .getByRole('link', { name: link })
    .or(page.getByRole('button', { name: link }));
  await expect(output.first()).toBeVisible({ timeout: 90_000 });
}

test.describe('A person asks, has a service watched, and undoes', () => {
  const title = 'Un nom de domaine : secretariat.social.gouv.fr';

  test('asks the SRE team for what the portal does not make, and follows it until it is done', async ({
    page,
    request,
  }) => {
    // The portal asks again after a minute, and shows the answer when the page is opened the next time.
    test.setTimeout(240_000);
    await enterAsGuest(page);
    await page.goto('/create/templates/default/on-demand');
    await chooseApplication(page);
    await page.getByLabel(/^En une ligne/).fill(title);
    await page
      .getByLabel(/^Pourquoi/)
      .fill('Le service ouvre au public en mars.');
    await page
      .getByRole('checkbox', { name: 'Production', exact: true })
      .check();
    await send(page, 'Envoyer', 'Suivre la demande');

    const [issue] = await github<{ number: number; body: string }[]>(
      request,
      'support/issues?labels=portail,autre',
    );
    expect(issue).toMatchObject({ title, state: 'open' });
    expect(issue.body).toContain('| Environnements | prod |');
    expect(issue.body).toContain('`user:default/camille.martin`');

    const resources = await openResources(page);
    const row = resources.getByRole('listitem').filter({ hasText: title });
    await expect(row).toContainText(/Demande à l'équipe SRE · .* · en cours/);
    await page.screenshot({
      path: 'e2e-test-report/request-on-page.png',
      fullPage: true,
    });

    await github(request, `support/issues/${issue.number}`, {
      method: 'PATCH',
      data: { state: 'closed' },
    });
    // The portal looks again after a minute.
    await expect(async () => {
      await page.reload();
      await expect(row).toContainText(/· fait /, { timeout: 10_000 });
    }).toPass({ timeout: 110_000, intervals: [15_000] });
  });

  test('has an application watched, with one pull request for its repository', async ({
    page,
    request,
  }) => {
    await enterAsGuest(page);
    await page.goto('/create/templates/default/monitoring');
    await chooseApplication(page);
    await page
      .getByLabel(/^Adresse de production/)
      .fill('https://secretariat.social.gouv.fr');
    await send(page, 'Brancher', 'La demande de fusion');
    await page.screenshot({
      path: 'e2e-test-report/monitoring-task.png',
      fullPage: true,
    });

    const [pull] = await github<{ title: string; body: string }[]>(
      request,
      `${application}/pulls?head=SocialGouv:fabrique/surveillance`,
    );
    expect(pull.title).toBe('feat: branche la surveillance');
    const { files } = await github<{ files: { filename: string }[] }>(
      request,
      `${application}/compare/main...fabrique%2Fsurveillance`,
    );
    expect(files.map(({ filename }) => filename)).toContain(
      'catalog-info.yaml',
    );
    const changed = await github<{ content: string }>(
      request,
      `${application}/contents/catalog-info.yaml?ref=fabrique/surveillance`,
    );
    const text = Buffer.from(changed.content, 'base64').toString('utf8');
    expect(text).toMatch(/matomo\.io\/site-id: "\d+"/);
    expect(text).toContain('grafana/dashboard-selector: secretariat');
    const sites = await github<{ title: string }[]>(
      request,
      'upptime/pulls?head=SocialGouv:fabrique/secretariat.social.gouv.fr',
    );
    expect(sites).toMatchObject([{ title: 'feat: surveille secretariat' }]);
  });

  test('undoes what the task made, from the page of the application', async ({
    page,
    request,
  }) => {
    await enterAsGuest(page);
    const resources = await openResources(page);
    for (const name of ['Demande de fusion GitHub', 'Site Matomo', 'Grafana']) {
      await expect(
        resources.getByRole('listitem').filter({ hasText: name }).first(),
      ).toBeVisible();
    }
    await page.screenshot({
      path: 'e2e-test-report/resources.png',
      fullPage: true,
    });
    await page.setViewportSize(page360);
    await page.screenshot({
      path: 'e2e-test-report/resources-360.png',
      fullPage: true,
    });
    await page.setViewportSize({ width: 1280, height: 900 });

    // The newest task comes first.
    await page
      .getByRole('link', { name: /^Annuler la tâche/ })
      .first()
      .click();
    await expect(page.getByLabel(/^Tâche/)).toHaveValue(/^[0-9a-f-]{36}$/);
    await send(page, 'Supprimer', 'La tâche annulée');

    for (const path of [
      `${application}/pulls?state=open&head=SocialGouv:fabrique/surveillance`,
      'upptime/pulls?state=open&head=SocialGouv:fabrique/secretariat.social.gouv.fr',
    ]) {
      expect(await github(request, path)).toEqual([]);
    }
    await openResources(page);
    await expect(
      page.getByRole('button', { name: /ressources supprimées/ }),
    ).toBeVisible();
  });
});
