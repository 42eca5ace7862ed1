import { APIRequestContext, expect, test } from '@playwright/test';
import { enterAsGuest } from './support/enterAsGuest';
import {
  expectNoViolations,
  findCard,
  findServiceCard,
  findTab,
} from './support/readPage';
import { sandboxUrl } from './support/sandbox';

// Seeded with a new version that does not start.
const ill = '/catalog/default/component/vao';
const healthy = '/catalog/default/component/1000jours';
/** An application that no other journey opens: the portal knows nothing of it yet. */
const unvisited = '/catalog/default/component/carnet-de-bord';

async function clearFaults(request: APIRequestContext) {
  const response = await request.delete(`${sandboxUrl('00')}/_faults`);
  expect(response.ok()).toBe(true);
}

test('a person sees at once that an application is well', async ({ page }) => {
  await enterAsGuest(page);
  await page.goto(healthy);
  const card = findCard(page);
  await expect(card.getByText('Tout va bien.')).toBeVisible();
  await card.getByRole('link', { name: 'Tout voir' }).click();
  const tab = findTab(page);
  await expect(tab.getByText('Tout va bien.')).toBeVisible();
  await expect(tab.locator('article[aria-busy="true"]')).toHaveCount(0);
  const cards = await tab.getByRole('article').count();
  expect(cards).toBeGreaterThanOrEqual(10);
  await expect(tab.getByRole('article').getByText('Va bien')).toHaveCount(
    cards,
  );
});

test('a person reads what ails an application, in two environments', async ({
  page,
}) => {
  await enterAsGuest(page);
  await page.goto(ill);
  const card = findCard(page);
  await expect(
    card.getByText(/le déploiement de «\sapp\s» est bloqué depuis/),
  ).toBeVisible();
  await expectNoViolations(page, card);

  await card.getByRole('link', { name: 'Tout voir' }).click();
  await expect(page).toHaveURL(/\/vao\/fabrique\?environment=prod$/);
  const tab = findTab(page);
  const kubernetes = findServiceCard(page, 'Kubernetes');
  await expect(kubernetes.getByText('Problème')).toBeVisible();
  await expect(tab.locator('article[aria-busy="true"]')).toHaveCount(0);
  await expectNoViolations(page, tab);
  const cardCount = await tab.getByRole('article').count();
  expect(cardCount).toBeGreaterThanOrEqual(7);

  await tab.getByRole('radio', { name: 'preprod' }).click();
  await expect(page).toHaveURL(/[?&]environment=preprod\b/);
  await expect(kubernetes.getByText('Va bien')).toBeVisible();

  // As somebody else sees it, whom the address was sent.
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.reload();
  await expect(tab.getByRole('radio', { name: 'preprod' })).toBeChecked();
  await expect(tab.getByRole('article')).toHaveCount(cardCount);
  await expect(kubernetes.getByText('cluster dev2')).toBeVisible();
  await expect(page.locator('body')).toHaveAttribute('data-theme-mode', 'dark');
  await tab.getByRole('radio', { name: 'prod', exact: true }).click();
  await expect(kubernetes.getByText('Problème')).toBeVisible();
  await expectNoViolations(page, tab);
  await page.getByRole('link', { name: 'Aperçu' }).click();
  await expect(card.getByText(/est bloqué depuis/)).toBeVisible();
  await expectNoViolations(page, card);
});

test.describe('with a browser in English', () => {
  test.use({ locale: 'en-GB' });

  test('a person reads the same application in English', async ({ page }) => {
    await enterAsGuest(page);
    await page.goto(ill);
    const card = findCard(page);
    await expect(
      card.getByText(/the rollout of app has been stuck for/),
    ).toBeVisible();
    await card.getByRole('link', { name: 'See all' }).click();
    const tab = findTab(page);
    await expect(
      tab.getByRole('heading', { name: 'Running', exact: true }),
    ).toBeVisible();
    await expect(
      tab
        .getByRole('article', { name: /^Kubernetes/ })
        .getByText('Problem', { exact: true }),
    ).toBeVisible();
  });
});

test('a service that is down keeps no other from answering', async ({
  page,
  request,
}) => {
  await enterAsGuest(page);
  try {
    const response = await request.post(`${sandboxUrl('00')}/_faults`, {
      data: { upstream: 'sentry', fault: { kind: 'status', status: 500 } },
    });
    expect(response.status()).toBe(201);
    await page.goto(`${unvisited}/fabrique`);
    const cardOf = (service: string) => findServiceCard(page, service);
    await expect(
      cardOf('Sentry').getByText('Sentry est en panne (500).'),
    ).toBeVisible();
    await expect(
      cardOf('Sentry').getByRole('link', { name: /^Ouvrir dans Sentry/ }),
    ).toBeVisible();
    for (const [service, words] of [
      ['Kubernetes', 'cluster prod2'],
      ['GitLab', /pipeline/],
      ['GitHub', /dernier commit/],
      ['Grafana', /tableaux? de bord/],
      ['Matomo', /visites? en 7 jours/],
    ] as const) {
      await expect(cardOf(service).getByText(words).first()).toBeVisible();
    }
  } finally {
    await clearFaults(request);
  }
});
