import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLanguage } from './language.mjs';
import { readErrorLine } from './portal.mjs';
import { readSettings } from './settings.mjs';
import { isSupportedNode, isSupportedYarn } from './toolchain.mjs';

test('knows the versions of Node and Yarn that will do', () => {
  const nodes = [
    'v18.20.0',
    'v20.20.2',
    'v22.11.0',
    'v22.12.0',
    'v23.5.0',
    'v24.21.0',
    'v26.0.0',
    '',
  ];
  assert.deepEqual(nodes.filter(isSupportedNode), ['v22.12.0', 'v24.21.0']);
  const yarns = ['', '1.22.22', '4.9.1', '4.18.1', '4.20.0', '5.0.0'];
  assert.deepEqual(yarns.filter(isSupportedYarn), ['4.18.1', '4.20.0']);
});

test('speaks French where the terminal does', () => {
  assert.equal(readLanguage({ LANG: 'fr_FR.UTF-8' }), 'fr');
  assert.equal(readLanguage({ LANG: 'fr_FR.UTF-8', LC_ALL: 'C' }), 'en');
  assert.equal(readLanguage({}), 'en');
});

test('refuses settings that cannot be a port', () => {
  assert.equal(readSettings({}).portalUrl, 'http://localhost:7007');
  assert.throws(() => readSettings({ PORTAL_PORT: '70000' }), {
    name: 'Refusal',
  });
  assert.throws(() => readSettings({ SANDBOX_PORT_PREFIX: '7.5' }), {
    name: 'Refusal',
  });
});

test("picks the errors out of the portal's log", () => {
  assert.equal(
    readErrorLine(
      '2026-01-01T00:00:00.000Z catalog error Cannot read all.yaml type="x" stack="y"',
    ),
    'Cannot read all.yaml',
  );
  assert.equal(
    readErrorLine('2026-01-01T00:00:00.000Z catalog info 1 error found'),
    undefined,
  );
});
