import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Refusal } from './Refusal.mjs';
import { root } from './paths.mjs';
import { say } from './progress.mjs';

const templates = join(root, 'scripts/new-integration');

/**
 * Writes a small slice that works, to be replaced piece by piece, and prints the lists that must name
 * it. Nothing is written when a file exists already.
 *
 * @param id - id of the service: `tipimail`, `azure-postgres`
 * @param title - how people write its name; the id with capitals when left out
 * @param target - the repository
 * @returns the exit code
 */
export function newIntegration(id, title, target = root) {
  if (!id || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
    throw new Refusal(
      'Usage: yarn new-integration <id> [title]. An id has lower-case letters, digits and single dashes: tipimail, azure-postgres.',
    );
  }
  const words = toWords(id, title);
  const files = listTemplates(templates).map(template => ({
    path: join(
      target,
      fill(relative(templates, template), words).replace(/\.template$/, ''),
    ),
    content: fill(readFileSync(template, 'utf8'), words),
  }));
  const taken = files.find(({ path }) => existsSync(path));
  if (taken) {
    throw new Refusal(`${relative(target, taken.path)} exists already.`);
  }
  for (const { path, content } of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    say(`  + ${relative(target, path)}`);
  }
  format(files.map(({ path }) => path));
  say(toInstructions(words));
  return 0;
}

// Where lines break depends on the length of the name.
function format(paths) {
  const prettier = join(root, 'node_modules/prettier/bin-prettier.js');
  if (!existsSync(prettier)) return;
  execFileSync(process.execPath, [
    prettier,
    '--loglevel=warn',
    '--write',
    ...paths,
  ]);
}

function toWords(id, title) {
  const Name = id
    .split('-')
    .map(part => part[0].toUpperCase() + part.slice(1))
    .join('');
  const isPlain = !id.includes('-');
  return {
    id,
    Name,
    name: Name[0].toLowerCase() + Name.slice(1),
    Title: title ?? Name.replace(/(?<=[a-z])(?=[A-Z])/g, ' '),
    property: isPlain ? id : `'${id}'`,
    member: isPlain ? `.${id}` : `['${id}']`,
  };
}

function fill(text, words) {
  return text.replace(/__(\w+?)__/g, (whole, word) => words[word] ?? whole);
}

function listTemplates(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? listTemplates(path) : [path];
  });
}

function toInstructions(words) {
  return fill(
    `
Name it in these lists (the compiler says which is missing):

  plugins/fabrique-common/src/integrations/index.ts
      IntegrationViews        __property__: __Name__View;
      Thresholds              __property__: __Name__Thresholds;
      defaultThresholds       __property__: default__Name__Thresholds,
      integrationAnnotations  __property__: [__name__Annotation],
      export * from './__id__';
  plugins/fabrique-common/src/verdictWords.ts
      en, fr                  __property__: __name__VerdictWords, __property__: fr__Name__VerdictWords,
  plugins/fabrique-node/src/integrations/index.ts
      export * from './__id__';
  plugins/fabrique-node/config.d.ts
      fabrique.__name__: { baseUrl: string; /** @visibility secret */ token: string }
  plugins/fabrique-backend/src/integrations/index.ts
      __property__: __name__Provider,
  plugins/fabrique-frontend/src/integrations/index.ts
      __property__: __name__Card,
  plugins/fabrique-frontend/src/__fixtures__/overviews.ts
      __property__: an answer,
  plugins/fabrique-frontend/src/translation
      serviceWords.ts         __property__: __name__Words,
      frServiceWords.ts       ...fr__Name__Words,
  packages/sandbox/src/kernel/ports.ts
      __property__: the next free two digits,
  packages/sandbox/src/facades.ts
      [create__Name__Facade(context)],
  app-config.yaml, app-config.production.yaml, docs/configuration.md, docs/install.md
      fabrique.__name__

Write docs/annotations.md again: yarn docs:annotations

Then replace the example (a project with a number of open items) by what __Title__ really answers:
  schema.ts and __Name__Client.ts   its paths and the few fields that are used
  __Name__View, to__Name__View      the same in our words, with units in the names
  to__Name__Verdict                 when it is in trouble
  __Name__CardContent               the sentence, the plot and the rows
  create__Name__Facade              the same paths, for the sandbox
`,
    words,
  );
}
