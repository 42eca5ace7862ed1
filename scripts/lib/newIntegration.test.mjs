import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { newIntegration } from './newIntegration.mjs';

const folder = mkdtempSync(join(tmpdir(), 'fabrique-slice-'));
after(() => rmSync(folder, { recursive: true }));

function listFiles(dir) {
  return readdirSync(dir, { withFileTypes: true }).flatMap(entry => {
    const path = join(dir, entry.name);
    return entry.isDirectory() ? listFiles(path) : [path];
  });
}

test('writes one slice in every package, with no placeholder left, and only once', () => {
  assert.equal(newIntegration('next-cloud', 'NextCloud', folder), 0);
  const files = listFiles(folder);
  const packages = new Set(
    files.map(f => f.slice(folder.length).split('/')[2]),
  );
  assert.deepEqual([...packages].sort(), [
    'fabrique-backend',
    'fabrique-common',
    'fabrique-frontend',
    'fabrique-node',
    'sandbox',
  ]);
  for (const file of files) {
    assert.doesNotMatch(
      file + readFileSync(file, 'utf8'),
      /__(id|name|Name|property)__|\.template/,
    );
  }
  assert.throws(() => newIntegration('next-cloud', undefined, folder), {
    message: /exists already/,
  });
});

test('refuses what cannot be an id', () => {
  for (const id of [undefined, 'NextCloud', 'next_cloud', '../x', 'a--b']) {
    assert.throws(() => newIntegration(id, undefined, folder), {
      name: 'Refusal',
    });
  }
});
