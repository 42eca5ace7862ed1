import { existsSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { chromium } from '@playwright/test';
import { findChromium } from './chromium.mjs';

/** The browser reads of a token until when it is valid, and nothing else. */
const token = [{ alg: 'none' }, { exp: 4102444800 }, {}]
  .map(part => Buffer.from(JSON.stringify(part)).toString('base64url'))
  .join('.');

/** What the backend answers to who signs in as a guest; to everything else, that there is no such thing. */
const guest = {
  profile: {},
  backstageIdentity: {
    token,
    identity: {
      type: 'user',
      userEntityRef: 'user:default/guest',
      ownershipEntityRefs: ['user:default/guest'],
    },
  },
};

/**
 * Opens a build in Chromium without a backend, signs in, and waits for the home page.
 *
 * @param options - `dist`: the build; `address`: the one that it was built for, at which nobody listens
 * @returns the scripts and styles that were loaded, as paths below the build
 */
export async function listLoadedFiles({ dist, address }) {
  const loaded = new Set();
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage({ locale: 'fr-FR' });
    await page.route('**/*', route => {
      const { pathname } = new URL(route.request().url());
      if (pathname.startsWith('/api/')) {
        const isSignIn = pathname === '/api/auth/guest/refresh';
        return route.fulfill(
          isSignIn ? { json: guest } : { status: 404, json: { error: {} } },
        );
      }
      if (/^\/static\/.+\.(js|css)$/.test(pathname)) {
        loaded.add(pathname.slice(1));
      }
      const asked = join(dist, normalize(pathname));
      // Every other path is a page of the application.
      const isFile = extname(asked) && existsSync(asked);
      return route.fulfill({ path: isFile ? asked : join(dist, 'index.html') });
    });
    await page.goto(address);
    await page.getByRole('button', { name: 'Entrer' }).click();
    await page.getByRole('link', { name: 'Ouvrir le catalogue' }).waitFor();
    await page.waitForLoadState('networkidle');
    return [...loaded];
  } finally {
    await browser.close();
  }
}
