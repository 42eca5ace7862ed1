import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Refusal } from './Refusal.mjs';
import { findChromium } from './chromium.mjs';
import { listInitialFiles, sumGzip } from './bundleSizes.mjs';
import { listLoadedFiles } from './loadedFiles.mjs';
import { root, toolsDir } from './paths.mjs';
import { runCommand } from './runCommand.mjs';

const plugin = '@socialgouv/backstage-plugin-fabrique';
const limitKilobytes = 60;
const port = '7007';
const address = `http://localhost:${port}`;
/** A name that the library of the plots writes into every build of itself. */
const plotMark = 'recharts-responsive-container';

/**
 * Builds the portal's frontend twice with the same tool, without and with the plugin, and prints how many
 * gzipped kilobytes the plugin adds: to what `index.html` names, and to all that a browser has loaded when
 * the home page is complete. Fails above the limit, and when plots are loaded before one looks at a plot.
 *
 * @param args - `--json`: prints the figures as JSON
 */
export async function measureBundle(args) {
  const { values } = parseArgs({
    args,
    options: { json: { type: 'boolean', default: false } },
  });
  if (!findChromium()) {
    throw new Refusal(
      'No Chromium is installed, which loads the home page; CHROMIUM_PATH can name one.',
    );
  }
  const without = await measure('without', {
    app: { packages: { exclude: [plugin] } },
  });
  const withPlugin = await measure('with', { app: { packages: 'all' } });
  const figures = {
    initial: compare(without.initial, withPlugin.initial),
    homePage: compare(without.homePage, withPlugin.homePage),
    plotsAreLazy: !withPlugin.homePage.hasPlots,
    limitKilobytes,
  };
  process.stdout.write(
    values.json ? `${JSON.stringify(figures, null, 2)}\n` : describe(figures),
  );
  const isGood =
    figures.plotsAreLazy && figures.homePage.addedKilobytes <= limitKilobytes;
  return isGood ? 0 : 1;
}

/** Builds one variant beside the portal's own build, and measures it. */
async function measure(variant, config) {
  const folder = join(toolsDir, 'bundle', variant);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of ['package.json', 'src', 'public']) {
    cpSync(join(root, 'packages/app', name), join(folder, name), {
      recursive: true,
    });
  }
  writeFileSync(join(folder, 'variant.yaml'), JSON.stringify(config));
  const { code, tail, logFile } = await runCommand(
    'node',
    [
      join(root, 'node_modules/@backstage/cli/bin/backstage-cli'),
      ...['package', 'build', '--skip-build-dependencies'],
      ...['--config', join(root, 'app-config.yaml')],
      ...['--config', join(folder, 'variant.yaml')],
    ],
    { log: `bundle-${variant}`, cwd: folder, env: { PORTAL_PORT: port } },
  );
  if (code !== 0) {
    throw new Refusal(
      `The frontend ${variant} the plugin does not build:\n${tail
        .slice(-10)
        .join('\n')}\nLog: ${logFile}`,
    );
  }
  const dist = join(folder, 'dist');
  return {
    initial: sumGzip(dist, listInitialFiles(dist)),
    homePage: sumGzip(dist, await listLoadedFiles({ dist, address }), plotMark),
  };
}

function compare(without, withPlugin) {
  const toKilobytes = bytes => Math.round(bytes / 102.4) / 10;
  return {
    withoutKilobytes: toKilobytes(without.bytes),
    withKilobytes: toKilobytes(withPlugin.bytes),
    addedKilobytes: toKilobytes(withPlugin.bytes - without.bytes),
  };
}

function describe({ initial, homePage, plotsAreLazy }) {
  const line = (title, size) =>
    `${title.padEnd(36)}${[
      size.withoutKilobytes,
      size.withKilobytes,
      size.addedKilobytes,
    ]
      .map(value => value.toFixed(1).padStart(10))
      .join('')}\n`;
  return [
    `${'kB, gzip'.padEnd(36)}${['without', 'with', 'added']
      .map(word => word.padStart(10))
      .join('')}\n`,
    line('named by index.html', initial),
    line('loaded when the home page is there', homePage),
    `plots are ${plotsAreLazy ? 'not ' : ''}loaded on the home page\n`,
    `limit: ${limitKilobytes} kB added\n`,
  ].join('');
}
