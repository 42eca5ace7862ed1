import { defineConfig } from '@playwright/test';
import { journeySettings } from './packages/app/e2e-tests/journeySettings';
import { findChromium } from './scripts/lib/chromium.mjs';

const { dataDir, portPrefix, portalPort, portalUrl } = journeySettings;

export default defineConfig({
  testDir: 'packages/app/e2e-tests',
  testMatch: '*.test.ts',
  outputDir: 'e2e-test-report/output',
  // One portal and one sandbox for all: the journeys see what the others create.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    baseURL: portalUrl,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    viewport: { width: 1280, height: 900 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: findChromium(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  // The command that people use, with ports and data of its own.
  webServer: {
    command: 'node scripts/start.mjs',
    env: {
      LANG: 'en',
      PORTAL_PORT: String(portalPort),
      SANDBOX_PORT_PREFIX: String(portPrefix),
      SANDBOX_DATA_DIR: dataDir,
    },
    wait: { stdout: /^Ready in /m },
    stdout: 'pipe',
    timeout: 10 * 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 60_000 },
  },
});
