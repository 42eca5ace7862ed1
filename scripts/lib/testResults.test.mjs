import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  toCheckResult,
  toJestResult,
  toNodeTestResult,
  toPlaywrightResult,
} from './testResults.mjs';

const good = { code: 0, tail: [] };
const bad = { code: 1, tail: ['boom'] };

test('a command is one check', () => {
  assert.deepEqual(toCheckResult(good), { passed: 1, failed: 0, failures: [] });
  assert.deepEqual(toCheckResult(bad), {
    passed: 0,
    failed: 1,
    failures: ['boom'],
  });
});

test('counts Jest tests, and a file that cannot be run', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    numRuntimeErrorTestSuites: 1,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [
      { name: 'ok.ts', status: 'passed', assertionResults: [] },
      {
        name: 'broken.ts',
        status: 'failed',
        message: 'no such module',
        assertionResults: [],
      },
      {
        name: 'a.ts',
        status: 'failed',
        assertionResults: [
          { status: 'passed' },
          {
            status: 'failed',
            fullName: 'adds',
            failureMessages: ['1 is not 2'],
          },
        ],
      },
    ],
  };
  assert.deepEqual(toJestResult(report, bad), {
    passed: 3,
    failed: 2,
    failures: ['broken.ts\nno such module', 'a.ts\n  adds\n    1 is not 2'],
    notRun: 0,
  });
});

test('a runner that crashes has failed, whatever it reported', () => {
  const crashed = { passed: 0, failed: 1, failures: ['boom'] };
  assert.deepEqual(toJestResult(undefined, bad), crashed);
  assert.deepEqual(toPlaywrightResult(undefined, bad), crashed);
  assert.deepEqual(toNodeTestResult('', bad), crashed);
});

test("counts Node's tests", () => {
  const tap =
    'ok 1 - a\nnot ok 2 - b\n# tests 2\n# pass 1\n# fail 1\n# cancelled 0\n';
  assert.deepEqual(toNodeTestResult(tap, bad), {
    passed: 1,
    failed: 1,
    failures: ['not ok 2 - b'],
  });
});

test('counts browser journeys', () => {
  const spec = (title, ok, message) => ({
    title,
    ok,
    tests: [{ results: [{ errors: message ? [{ message }] : [] }] }],
  });
  const report = {
    errors: [],
    stats: { expected: 2, unexpected: 1, flaky: 0, skipped: 1 },
    suites: [
      {
        file: 'a.test.ts',
        specs: [spec('opens', true)],
        suites: [
          { file: 'a.test.ts', specs: [spec('creates', false, 'too slow')] },
        ],
      },
    ],
  };
  assert.deepEqual(toPlaywrightResult(report, bad), {
    passed: 2,
    failed: 1,
    failures: ['a.test.ts: creates\n    too slow'],
    notRun: 1,
  });
});
