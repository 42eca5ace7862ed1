import { readFile } from 'fs/promises';
import { expect, Page, test } from '@playwright/test';
import { enterAsGuest } from './support/enterAsGuest';
import { expectNoViolations } from './support/readPage';

const findRow = (page: Page, title: string) =>
  page.getByRole('row').filter({
    has: page.getByRole('rowheader', { name: title, exact: true }),
  });

test('OPS find what is worst in the fleet, filter it and take it away', async ({
  page,
}) => {
  await enterAsGuest(page);
  // The background refresh of a new portal asks within the budgets of the upstreams.
  await expect(async () => {
    await page.goto('/fabrique');
    await expect(
      findRow(page, 'Enfants du spectacle').getByRole('gridcell', {
        name: /^Problème\. Le site/,
      }),
    ).toBeVisible({ timeout: 10_000 });
  }).toPass({ timeout: 90_000 });
  const levels = page.getByRole('group', { name: 'États' });
  await levels.getByRole('button', { name: /avec un problème$/ }).click();
  await expect(page).toHaveURL(/[?&]level=problem/);
  await expect(findRow(page, 'DomiFa')).toHaveCount(0);
  await expect(findRow(page, 'Enfants du spectacle')).toBeVisible();
  await page.reload();
  await expect(findRow(page, 'Enfants du spectacle')).toBeVisible();
  await expect(findRow(page, 'DomiFa')).toHaveCount(0);
  await expectNoViolations(
    page,
    page.getByRole('grid', { name: /^Services des applications/ }),
  );

  await page.getByRole('button', { name: /Filtrer par équipe/ }).click();
  await page.getByRole('option', { name: 'egapro' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('rowheader')).toHaveText(['Egapro']);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Exporter (CSV)' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(
    /^fabrique-flotte-prod-\d{4}-\d\d-\d\d\.csv$/,
  );
  const lines = (await readFile((await download.path())!, 'utf8'))
    .trim()
    .split(/\r?\n/);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain('egapro');

  await page.getByRole('button', { name: 'Effacer les filtres' }).click();
  await page
    .getByRole('searchbox', { name: 'Chercher une application' })
    .fill('domi');
  await expect(page.getByRole('rowheader')).toHaveText(['DomiFa']);
  await page.getByRole('link', { name: 'DomiFa' }).click();
  await expect(page).toHaveURL(
    /\/catalog\/default\/component\/domifa\/fabrique/,
  );
});

test('a person reads what is theirs on the home page, and the shared services', async ({
  page,
}) => {
  await enterAsGuest(page);
  await page.goto('/');
  await expect(
    page.getByRole('heading', { name: 'Vos applications' }),
  ).toBeVisible();
  await expect(
    page.getByRole('link', { name: 'DomiFa' }).first(),
  ).toBeVisible();
  await page.getByRole('link', { name: /À quoi ils servent/ }).click();
  await expect(page).toHaveURL(/\/fabrique\/services$/);
  const sentry = page
    .getByRole('row')
    .filter({ hasText: 'Journal des exceptions' });
  await expect(sentry.getByText('Répond', { exact: true })).toBeVisible();
  await expectNoViolations(page, page.getByRole('table'));
});

test('a person reaches everything with the keyboard alone', async ({
  page,
}) => {
  await enterAsGuest(page);
  await page.goto('/catalog/default/component/vao');
  await expect(page.getByText(/est bloqué depuis/).first()).toBeVisible();
  await pressTabUntil(page, /^Tout voir/);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/vao\/fabrique/);
  await expect(page.getByText('cluster prod2').first()).toBeVisible();

  await pressTabUntil(page, /^prod$/);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/environment=preprod/);
  await expect(page.getByText('cluster dev2').first()).toBeVisible();
  await pressTabUntil(page, /^Ouvrir dans GitLab/);

  await page.goto('/fabrique');
  await expect(page.getByRole('rowheader', { name: 'DomiFa' })).toBeVisible();
  await pressTabUntil(page, /avec un problème|à regarder|vont bien/);
  // One stop for the whole table; arrows move within it, and the reason is read where one stands.
  await expect(async () => {
    await page.keyboard.press('Tab');
    const role = await page.evaluate(
      () => document.activeElement?.closest('[role=row]') !== null,
    );
    expect(role).toBe(true);
  }).toPass({ intervals: [50] });
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  const cell = page.locator('[role=gridcell]:focus');
  await expect(cell).toHaveAttribute(
    'aria-label',
    /^(Va bien|À regarder|Problème|Non relié|État inconnu)/,
  );
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/catalog\/default\/component\/.+\/fabrique/);
});

/** Presses Tab until what has the focus bears a name; fails where no stop does. */
async function pressTabUntil(page: Page, name: RegExp) {
  for (let count = 0; count < 120; count += 1) {
    await page.keyboard.press('Tab');
    const label = await page.evaluate(() => {
      const { activeElement } = document;
      return (
        activeElement?.getAttribute('aria-label') ??
        (activeElement as HTMLElement | null)?.innerText ??
        ''
      );
    });
    if (name.test(label.trim())) return;
  }
  throw new Error(`No stop of the keyboard is called ${name}`);
}
