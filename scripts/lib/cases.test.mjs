import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findCases } from './cases.mjs';
import { root } from './paths.mjs';

test('every case that a release must pass has a test with its number', () => {
  const missing = [...findCases(root)]
    .filter(([, tests]) => tests.length === 0)
    .map(([number]) => number);
  assert.deepEqual(missing, []);
});
