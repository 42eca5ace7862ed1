import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findLongestChain } from './findLongestChain.mjs';

const call = (part, startedAt, endedAt, thing) => ({
  part,
  startedAt,
  endedAt,
  thing,
});

test('a call waits for its own part, for those before it, and for the whole plan', () => {
  const reads = [call('sentry', 0, 300), call('matomo', 0, 500)];
  const sentry = [call('sentry', 510, 810), call('sentry', 820, 1_120)];
  const matomo = [call('matomo', 510, 700)];
  const repository = [call('repository', 1_130, 1_430)];
  const chain = findLongestChain(
    [...reads, ...sentry, ...matomo, ...repository],
    505,
  );
  assert.deepEqual(chain, {
    totalMs: 500 + 300 + 300 + 300,
    calls: [reads[1], ...sentry, ...repository],
  });
});

test('parts that do not need each other are no chain, even one after the other', () => {
  const calls = [call('sentry', 0, 300), call('matomo', 310, 700)];
  assert.deepEqual(findLongestChain(calls, 0), {
    totalMs: 390,
    calls: [calls[1]],
  });
});

test('what is done to one account does not wait for another account', () => {
  const token = call('blob', 0, 100);
  const dev = [call('blob', 100, 400, 'dev'), call('blob', 810, 910, 'dev')];
  const prod = [call('blob', 410, 800, 'prod')];
  assert.deepEqual(findLongestChain([token, ...dev, ...prod], -1), {
    totalMs: 500,
    calls: [token, ...dev],
  });
});
