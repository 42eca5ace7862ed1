import { AxeBuilder } from '@axe-core/playwright';
import { expect, Locator, Page } from '@playwright/test';

/** The plugin's card on the overview: the innermost element around its heading and its link. */
export const findCard = (page: Page) =>
  page
    .locator('div')
    .filter({ has: page.getByRole('heading', { name: 'Services' }) })
    .filter({ has: page.getByRole('link', { name: /^(Tout voir|See all)/ }) })
    .last();

/** The plugin's tab: the innermost element around the switch of environments and the sections. */
export const findTab = (page: Page) =>
  page
    .locator('div')
    .filter({ has: page.getByRole('radiogroup') })
    .filter({
      has: page.getByRole('heading', { name: /^(Échanges|Exchanges)$/ }),
    })
    .last();

/** The card of a service in the tab, by the name of the service. */
export const findServiceCard = (page: Page, service: string) =>
  findTab(page).getByRole('article', { name: new RegExp(`^${service}`) });

/** Checks a part of the page; what Backstage draws around it is not the plugin's to mend. */
export async function expectNoViolations(page: Page, part: Locator) {
  await part.evaluate(element => element.setAttribute('data-checked', ''));
  const { violations } = await new AxeBuilder({ page })
    .include('[data-checked]')
    .analyze();
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
  expect(grave).toEqual([]);
}
