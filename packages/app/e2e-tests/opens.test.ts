import { expect, test } from '@playwright/test';

test('a guest opens the portal and finds the fleet in the catalog', async ({
  page,
}) => {
  await page.goto('/');
  await page.getByRole('button', { name: /^(Entrer|Enter)$/ }).click();
  await page.goto('/catalog?filters[kind]=component&filters[user]=all');
  await expect(
    page.getByRole('link', { name: 'domifa' }).first(),
  ).toBeVisible();
});
