import { expect, test } from '@playwright/test';
import { enterAsGuest } from './support/enterAsGuest';

test('a guest opens the portal and finds the fleet in the catalog', async ({
  page,
}) => {
  await enterAsGuest(page);
  await page.goto('/catalog?filters[kind]=component&filters[user]=all');
  await expect(
    page.getByRole('link', { name: 'domifa' }).first(),
  ).toBeVisible();
});
