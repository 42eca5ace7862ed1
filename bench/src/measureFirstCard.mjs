import { chromium } from 'playwright-core';
import { findChromium } from '../../scripts/lib/chromium.mjs';
import { median, spread } from './statistics.mjs';

/**
 * Times the first card in a browser, for entities that nobody has looked at since the portal was started:
 * in turn with no upstream hanging and with one that hangs. After each round the portal is started anew,
 * and who was first with the upstream hanging is then first without.
 */
export async function measureFirstCard(stack, { names, upstream, rounds }) {
  const times = { none: [], hanging: [] };
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
  try {
    for (let round = 0; round < rounds; round += 1) {
      await stack.restartPortal();
      const page = await signIn(browser, stack);
      await openEntity(page, names[0]); // loads the frontend's files into the browser's cache
      for (const [index, name] of names.slice(1).entries()) {
        const isHanging = (index + round) % 2 === 1;
        if (isHanging) await stack.hang(upstream);
        times[isHanging ? 'hanging' : 'none'].push(
          await openEntity(page, name),
        );
        await stack.heal();
      }
      await page.context().close();
    }
  } finally {
    await browser.close();
  }
  return {
    upstream,
    none: median(times.none),
    hanging: median(times.hanging),
    spread: spread(times.none),
    pages: { none: times.none.length, hanging: times.hanging.length },
  };
}

async function signIn(browser, stack) {
  const context = await browser.newContext({
    baseURL: stack.base.replace('127.0.0.1', 'localhost'),
  });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('button', { name: /^(Entrer|Enter)$/ }).click();
  await page.getByRole('link', { name: /^(Catalogue|Catalog)$/ }).waitFor();
  return page;
}

/** @returns the time from the navigation to the first card with an answer, in milliseconds */
async function openEntity(page, name) {
  const startedAt = performance.now();
  await page.goto(`/catalog/default/component/${name}/fabrique`);
  await page.waitForSelector('article[aria-busy="false"]', { timeout: 40_000 });
  return performance.now() - startedAt;
}
