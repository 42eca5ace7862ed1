import { chromium } from 'playwright-core';
import { findChromium } from '../../scripts/lib/chromium.mjs';
import { median } from './statistics.mjs';

/**
 * Times the first card in a browser, for entities that nobody has looked at yet: in turn with no upstream
 * hanging and with one that hangs.
 */
export async function measureFirstCard(stack, { names, upstream }) {
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
  const times = { none: [], hanging: [] };
  try {
    const page = await browser.newPage({
      baseURL: stack.base.replace('127.0.0.1', 'localhost'),
    });
    await page.goto('/');
    await page.getByRole('button', { name: /^(Entrer|Enter)$/ }).click();
    await page.getByRole('link', { name: /^(Catalogue|Catalog)$/ }).waitFor();
    const open = async name => {
      const startedAt = performance.now();
      await page.goto(`/catalog/default/component/${name}/fabrique`);
      await page.waitForSelector('article[aria-busy="false"]', {
        timeout: 40_000,
      });
      return performance.now() - startedAt;
    };
    await open(names[0]);
    for (const [index, name] of names.slice(1).entries()) {
      const isHanging = index % 2 === 1;
      if (isHanging) await stack.hang(upstream);
      times[isHanging ? 'hanging' : 'none'].push(await open(name));
      await stack.heal();
    }
  } finally {
    await browser.close();
  }
  return {
    upstream,
    none: median(times.none),
    hanging: median(times.hanging),
    runs: times,
  };
}
