import { setTimeout as sleep } from 'node:timers/promises';
import { t } from './language.mjs';

// The seed has about 25 applications; a few may come later without anybody missing them.
const ENOUGH_COMPONENTS = 20;
const WITHIN_MS = 60_000;

/**
 * Waits until the catalog has read the fleet and the template.
 *
 * @returns whether it had, within a minute
 */
export async function waitForCatalog(portal, settings, report) {
  const base = `http://127.0.0.1:${settings.portalPort}/api`;
  const deadline = Date.now() + WITHIN_MS;
  while (Date.now() < deadline && !portal.hasExited()) {
    try {
      const token = await signInAsGuest(base);
      const [components, templates] = await Promise.all([
        count(base, token, 'kind=component'),
        count(base, token, 'kind=template'),
      ]);
      report(
        t(`${components} composants lus`, `${components} components read`),
      );
      if (components >= ENOUGH_COMPONENTS && templates > 0) return true;
    } catch (error) {
      report(error.message); // a plugin that is still starting
    }
    await sleep(700);
  }
  return false;
}

async function signInAsGuest(base) {
  const { backstageIdentity } = await getJson(`${base}/auth/guest/refresh`, {
    'X-Requested-With': 'XMLHttpRequest',
  });
  return backstageIdentity.token;
}

async function count(base, token, filter) {
  const { totalItems } = await getJson(
    `${base}/catalog/entities/by-query?limit=0&filter=${filter}`,
    { Authorization: `Bearer ${token}` },
  );
  return totalItems;
}

async function getJson(url, headers) {
  const response = await fetch(url, {
    headers,
    signal: AbortSignal.timeout(5_000),
  });
  if (!response.ok)
    throw new Error(`${new URL(url).pathname}: ${response.status}`);
  return response.json();
}
