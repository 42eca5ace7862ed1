import { Page } from '@playwright/test';

/** Signs in at the portal's door, and waits until one is inside. */
export async function enterAsGuest(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('button', { name: /^(Entrer|Enter)$/ }).click();
  await page.getByRole('link', { name: /^(Catalogue|Catalog)$/ }).waitFor();
}
