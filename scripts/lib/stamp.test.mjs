import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readBlock } from './frontend.mjs';
import { createStamp, hashInputs, listSources } from './stamp.mjs';
import { listWorkspaceClosure } from './workspaces.mjs';

const folder = mkdtempSync(join(tmpdir(), 'fabrique-stamp-'));
after(() => rmSync(folder, { recursive: true }));

test('is true from the end of a success until the inputs change or the step begins again', () => {
  const stamp = createStamp('build', folder);
  assert.equal(stamp.matches('a'), false);
  stamp.write('a');
  assert.equal(stamp.matches('a'), true);
  assert.equal(stamp.matches('b'), false);
  stamp.clear();
  assert.equal(stamp.matches('a'), false);
});

test('hashes content, names and absence', () => {
  const [one, two] = ['one.ts', 'two.ts'].map(name => join(folder, name));
  writeFileSync(one, 'x');
  const hashes = [
    hashInputs([one]),
    hashInputs([one, two]),
    hashInputs([one], ['t']),
  ];
  writeFileSync(two, 'x');
  hashes.push(hashInputs([one, two]));
  writeFileSync(one, 'y');
  hashes.push(hashInputs([one]));
  assert.equal(new Set(hashes).size, hashes.length);
});

test('reads sources only: no test, build or dependency', () => {
  const dir = join(folder, 'package');
  mkdirSync(join(dir, 'src'), { recursive: true });
  mkdirSync(join(dir, 'dist'));
  for (const name of [
    'package.json',
    'README.md',
    'src/a.tsx',
    'src/a.test.tsx',
    'dist/a.js',
  ]) {
    writeFileSync(join(dir, name), '');
  }
  assert.deepEqual(listSources(dir), [
    join(dir, 'package.json'),
    join(dir, 'src/a.tsx'),
  ]);
});

test('cuts one block out of a configuration', () => {
  const yaml = 'app:\n  title: F\n\n# why\nbackend:\n  port: 1\n';
  assert.equal(readBlock(yaml, 'app'), 'app:\n  title: F\n\n# why');
  assert.equal(readBlock(yaml, 'backend'), 'backend:\n  port: 1\n');
  assert.equal(readBlock(yaml, 'absent'), '');
});

test('follows the packages of the repository that a package depends on', () => {
  const workspace = (name, ...dependencies) => ({
    dir: `/${name}`,
    manifest: {
      name,
      dependencies: Object.fromEntries(dependencies.map(d => [d, '*'])),
    },
  });
  assert.deepEqual(
    listWorkspaceClosure('app', [
      workspace('app', 'plugin', 'react'),
      workspace('plugin', 'rules', 'app'),
      workspace('rules'),
      workspace('backend'),
    ]),
    ['/app', '/plugin', '/rules'],
  );
});
