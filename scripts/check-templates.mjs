// Checks every template: Backstage's schema, actions that exist, steps and folders that it names.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { root } from './lib/paths.mjs';
import { listSources } from './lib/stamp.mjs';

const require = createRequire(import.meta.url);
const {
  templateEntityV1beta3Validator,
} = require('@backstage/plugin-scaffolder-common');

/** The ids of the actions of Backstage and of this repository, as written where they are defined. */
function listActions() {
  const core = require.resolve('@backstage/plugin-scaffolder-backend');
  const folders = [
    join(dirname(core), 'scaffolder', 'actions', 'builtin'),
    join(root, 'plugins', 'scaffolder-actions', 'src'),
  ];
  return new Set(
    folders
      .filter(existsSync)
      .flatMap(listSources)
      .filter(file => /\.(js|ts)$/.test(file))
      .flatMap(file => [
        ...readFileSync(file, 'utf8').matchAll(
          /\b(?:id|actionId|\w*Id): ?["']([a-z]+(?::[\w-]+)+)["']|= ["']([a-z]+(?::[\w-]+)+)["']/g,
        ),
      ])
      .map(match => match[1] ?? match[2]),
  );
}

async function listFaults(file, actions) {
  const text = readFileSync(file, 'utf8');
  const template = parse(text);
  const faults = [];
  try {
    await templateEntityV1beta3Validator.check(template);
  } catch (error) {
    return [error.message];
  }
  const ids = template.spec.steps.map((step, i) => step.id ?? `step-${i + 1}`);
  for (const step of template.spec.steps) {
    if (!actions.has(step.action)) {
      faults.push(`step "${step.id}": there is no action "${step.action}"`);
    }
    const url = step.input?.url;
    if (
      step.action.startsWith('fetch:') &&
      typeof url === 'string' &&
      /^\.\.?\//.test(url) &&
      !url.includes('${{') &&
      !existsSync(join(dirname(file), url))
    ) {
      faults.push(`step "${step.id}": there is no ${url}`);
    }
  }
  for (const [, id] of text.matchAll(/\bsteps(?:\.|\[['"])([\w-]+)/g)) {
    if (!ids.includes(id)) faults.push(`there is no step "${id}"`);
  }
  return faults;
}

const actions = listActions();
const folder = join(root, 'templates');
const files = readdirSync(folder)
  .map(name => join(folder, name, 'template.yaml'))
  .filter(existsSync);
if (files.length === 0) {
  process.stderr.write('No template found.\n');
  process.exitCode = 1;
}
for (const file of files) {
  for (const fault of await listFaults(file, actions)) {
    process.stderr.write(`${file}: ${fault}\n`);
    process.exitCode = 1;
  }
}
