import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { createCheckedCopy } from './CheckedCopy.mjs';
import { newIntegration } from './newIntegration.mjs';
import { root } from './paths.mjs';

const copy = createCheckedCopy();
after(() => copy.remove());

const common = 'plugins/fabrique-common/src/integrations/index.ts';
const words = 'plugins/fabrique-common/src/verdictWords.ts';
const node = 'plugins/fabrique-node/src/integrations/index.ts';
const backend = 'plugins/fabrique-backend/src/integrations/index.ts';
const frontend = 'plugins/fabrique-frontend/src/integrations/index.ts';
const serviceWords =
  'plugins/fabrique-frontend/src/translation/serviceWords.ts';
const frWords = 'plugins/fabrique-frontend/src/translation/frServiceWords.ts';
const overviews = 'plugins/fabrique-frontend/src/__fixtures__/overviews.ts';
const ports = 'packages/sandbox/src/kernel/ports.ts';
const facades = 'packages/sandbox/src/facades.ts';

/** Lists that must name every service, by a property each. */
const lists = [words, backend, frontend, serviceWords, overviews];
const slices = [
  'plugins/fabrique-backend/src/integrations/vault/vaultProvider.ts',
  'packages/sandbox/src/integrations/vault/createVaultFacade.ts',
];

function addTo(path, ...additions) {
  for (const [before, added] of additions)
    copy.edit(path, before, `${before}\n${added}`);
}
function importInto(path, statement) {
  copy.edit(path, 'import ', `${statement}\nimport `);
}

test('a thirteenth service costs what docs/new-service.md says, and the compiler names what is missing', () => {
  newIntegration('vault', 'Vault', copy.folder);
  // Three packages have a folder that is no service: this is what the contract test compares.
  for (const name of ['fabrique-node', 'fabrique-backend', 'fabrique-frontend'])
    assert.ok(copy.listFolders(`plugins/${name}`).includes('vault'));

  addTo(
    common,
    ['export interface IntegrationViews {', '  vault: VaultView;'],
    ['export interface Thresholds {', '  vault: VaultThresholds;'],
    [
      'export const defaultThresholds: Thresholds = {',
      '  vault: defaultVaultThresholds,',
    ],
    ['export const integrationAnnotations = {', '  vault: [vaultAnnotation],'],
    ["export * from './github';", "export * from './vault';"],
  );
  importInto(
    common,
    "import { defaultVaultThresholds, vaultAnnotation, VaultThresholds, VaultView } from './vault';",
  );
  const missing = copy.check([common, ...lists, ...slices]);
  assert.deepEqual(
    missing.filter(line => line.startsWith(common)),
    [],
  );
  for (const list of lists)
    assert.match(
      missing.filter(line => line.startsWith(list)).join(),
      /'?vault'? is missing/,
      list,
    );
  for (const file of slices)
    assert.notDeepEqual(
      missing.filter(line => line.startsWith(file)),
      [],
      file,
    );

  importInto(
    words,
    "import { frVaultVerdictWords, vaultVerdictWords } from './integrations/vault';",
  );
  addTo(
    words,
    ['  en: {', '    vault: vaultVerdictWords,'],
    ['  fr: {', '    vault: frVaultVerdictWords,'],
  );
  addTo(node, ["export * from './github';", "export * from './vault';"]);
  importInto(backend, "import { vaultProvider } from './vault/vaultProvider';");
  addTo(backend, [
    'export const providerFactories = {',
    '  vault: vaultProvider,',
  ]);
  importInto(frontend, "import { vaultCard } from './vault/vaultCard';");
  addTo(frontend, ['export const integrationCards = {', '  vault: vaultCard,']);
  importInto(
    serviceWords,
    "import { vaultWords } from '../integrations/vault/vaultWords';",
  );
  addTo(serviceWords, [
    'export const serviceWords = {',
    '  vault: vaultWords,',
  ]);
  importInto(
    frWords,
    "import { frVaultWords } from '../integrations/vault/frVaultWords';",
  );
  addTo(frWords, ['export const frServiceWords = {', '  ...frVaultWords,']);
  copy.edit(
    overviews,
    "services'] = {",
    "services'] = {\n  vault: toNotLinked('vault'),",
  );
  addTo(ports, ['export const portSuffixes = {', "  vault: '99',"]);
  importInto(
    facades,
    "import { createVaultFacade } from './integrations/vault/createVaultFacade';",
  );
  addTo(facades, [
    '    [createSentryFacade(context)],',
    '    [createVaultFacade(context)],',
  ]);
  assert.deepEqual(
    copy
      .check([...lists, frWords, facades, ...slices])
      // The other answers of the fixture want a line each.
      .filter(line => !line.startsWith(overviews)),
    [],
  );
});

test('docs/new-service.md names every list', () => {
  const text = readFileSync(join(root, 'docs/new-service.md'), 'utf8');
  for (const list of [
    common,
    words,
    node,
    backend,
    frontend,
    serviceWords,
    frWords,
    overviews,
    ports,
    facades,
  ])
    assert.ok(text.includes(list), list);
});
