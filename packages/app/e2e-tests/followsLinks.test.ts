import { expect, test } from '@playwright/test';
import { enterAsGuest } from './support/enterAsGuest';
import {
  expectNoViolations,
  findServiceCard,
  findTab,
} from './support/readPage';
import { registerEntity } from './support/registerEntity';

test('a person finds how to link an application that nothing links', async ({
  page,
  request,
}) => {
  const name = 'boite-a-outils';
  await registerEntity(
    request,
    name,
    `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${name}
  title: Boîte à outils
spec: { type: library, lifecycle: experimental, owner: sre }
`,
  );
  await enterAsGuest(page);
  await expect(async () => {
    await page.goto(`/catalog/default/component/${name}/fabrique`);
    await expect(findTab(page)).toBeVisible({ timeout: 5_000 });
  }).toPass();
  const tab = findTab(page);
  await expect(tab.locator('article[aria-busy="true"]')).toHaveCount(0);
  // Nothing is said to be well of what nobody knows.
  await expect(tab.getByText('Va bien')).toHaveCount(0);
  await tab.getByText(/Sentry.*ne sont pas reliés/).click();
  await expect(
    tab.getByText(/Sentry n'est pas relié à cette application/),
  ).toBeVisible();
  await expect(tab.getByText(/^sentry\.io\/project-slug: /)).toBeVisible();
  await expectNoViolations(page, tab);
});

test('a person reads on the page which annotation is wrong, and in which line', async ({
  page,
  request,
}) => {
  const name = 'mal-relie';
  await registerEntity(
    request,
    name,
    `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${name}
  annotations:
    sentry.io/project-slugs: domifa-backend
spec: { type: website, lifecycle: experimental, owner: sre }
`,
  );
  await enterAsGuest(page);
  const sentence = page.getByText(/sentry\.io\/project-slugs/).first();
  await expect(async () => {
    await page.goto(`/catalog/default/component/${name}`);
    await expect(sentence).toBeVisible({ timeout: 5_000 });
  }).toPass();
  await expect(
    page.getByRole('heading', { name: 'Annotations à corriger' }),
  ).toBeVisible();
  await expect(
    page.getByRole('link', { name: /catalog-info\.yaml, ligne 6/ }),
  ).toHaveAttribute('href', /catalog-info\.yaml#L6$/);
});

test('a person follows a review branch through the switch and its address', async ({
  page,
}) => {
  await enterAsGuest(page);
  await page.goto('/catalog/default/component/domifa/fabrique');
  const tab = findTab(page);
  const kubernetes = findServiceCard(page, 'Kubernetes');
  await expect(kubernetes.getByText('cluster prod2')).toBeVisible();
  await expect(
    tab.getByRole('button', { name: /Branche de revue/ }),
  ).toHaveCount(0);

  await tab.getByRole('radio', { name: 'dev', exact: true }).click();
  await expect(page).toHaveURL(/[?&]environment=dev$/);
  await expect(kubernetes.getByText('cluster dev2')).toBeVisible();
  await tab.getByRole('button', { name: /Branche de revue/ }).click();
  const branch = page.getByRole('option', { name: /^fix\// }).first();
  const name = await branch.textContent();
  await branch.click();
  await expect(page).toHaveURL(
    new RegExp(
      `environment=dev(:|%3A)${encodeURIComponent(name!)}`.replace(
        '%2F',
        '(/|%2F)',
      ),
    ),
  );
  await expect(kubernetes.getByText(/^namespace domifa-/)).toBeVisible();

  // Whoever gets the address sees the same.
  const address = page.url();
  await page.goto('/catalog');
  await page.goto(address);
  await expect(
    tab.getByRole('button', { name: /Branche de revue/ }),
  ).toContainText(name!);
  await page.goto(
    address.replace(/environment=.*/, 'environment=dev:n-existe-pas'),
  );
  await expect(tab.getByText(/n-existe-pas/).first()).toBeVisible();
});
