import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { toolsLogs } from '../../../scripts/lib/paths.mjs';
import { median } from '../statistics.mjs';
import { findLongestChain } from './findLongestChain.mjs';

const delayMs = 300;
const delayed = [
  'github',
  'gitlab',
  'azure',
  'blob',
  'kubernetes-dev',
  'kubernetes-prod',
  'sentry',
  'matomo',
];

/**
 * Runs the template `web-app` with a delay added to every upstream call, and compares the time of its
 * step `fabrique:app:ensure` with the longest chain of calls that had to wait for one another.
 */
export async function measureActions(stack, { runs }) {
  const results = [];
  for (let i = 0; i < runs; i += 1) {
    for (const upstream of delayed) {
      await stack.inject(upstream, { kind: 'delay', delayMs });
    }
    try {
      results.push(await runOnce(stack, `mesure-${i + 1}`));
    } finally {
      await stack.heal();
    }
  }
  const ratios = results.map(({ stepMs, chainMs }) => stepMs / chainMs);
  const { all, ...typical } =
    results[ratios.findIndex(value => value === median(ratios))];
  // Every call, for who looks for waits.
  const log = join(toolsLogs, 'bench-actions.json');
  writeFileSync(log, JSON.stringify({ ...typical, all }, undefined, 1));
  return { delayMs, runs: results.length, ratios, ...typical };
}

async function runOnce(stack, name) {
  const headers = {
    authorization: `Bearer ${await stack.signIn()}`,
    'content-type': 'application/json',
  };
  const ask = async (path, init) => {
    const response = await fetch(`${stack.base}/api/scaffolder/v2${path}`, {
      headers,
      ...init,
    });
    if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
    return response.json();
  };
  await stack.forgetCalls();
  const { id } = await ask('/tasks', {
    method: 'POST',
    body: JSON.stringify({
      templateRef: 'template:default/web-app',
      values: {
        name,
        title: 'Une mesure',
        description: 'Une application pour la mesure',
        owner: 'group:default/domifa',
        environments: ['dev', 'preprod', 'prod'],
        database: true,
        extensions: ['pgcrypto'],
        storage: true,
      },
    }),
  });
  let status;
  do {
    await sleep(500);
    ({ status } = await ask(`/tasks/${id}`));
  } while (status === 'open' || status === 'processing');
  const events = await ask(`/tasks/${id}/events`);
  if (status !== 'completed') {
    const log = events.map(({ body }) => body.message).join('\n');
    throw new Error(`The task has ${status}:\n${log}`);
  }
  const at = find => {
    const event = events.find(find);
    return Date.parse(event.createdAt);
  };
  const ofStep = word => event =>
    event.body.stepId === 'app' && event.body.status === word;
  const startedAt = at(ofStep('processing'));
  const endedAt = at(ofStep('completed'));
  const plannedAt = at(({ body }) => /^(\S+ )?Plan:/.test(body.message));

  const { requests } = await stack.readCalls();
  const isWithin = time => time >= startedAt && time <= endedAt;
  const calls = [
    ...requests
      .filter(
        ({ at: began, upstream, path }) =>
          delayed.includes(upstream) &&
          isWithin(Date.parse(began)) &&
          !isOfAnother(path, name),
      )
      .map(({ upstream, method, path, at: began, endedAt: ended }) => ({
        ...toPlace(upstream, path),
        call: `${method} ${path}`,
        startedAt: Date.parse(began),
        endedAt: Math.min(Date.parse(ended ?? '') || endedAt, endedAt),
      })),
    ...stack
      .readAzureOperations()
      .filter(({ startTime }) => isWithin(Date.parse(startTime)))
      .map(({ resourceId, startTime, endTime }) => ({
        ...toPlace('azure', resourceId),
        call: `operation on ${resourceId}`,
        startedAt: Date.parse(startTime),
        endedAt: Date.parse(endTime),
      })),
  ];
  const chain = findLongestChain(calls, plannedAt);
  const toLine = ({ part, call, startedAt: began, endedAt: ended }) => ({
    part,
    call,
    fromMs: began - startedAt,
    toMs: ended - startedAt,
  });
  return {
    stepMs: endedAt - startedAt,
    planMs: plannedAt - startedAt,
    chainMs: chain.totalMs,
    calls: calls.length,
    sumMs: calls.reduce((sum, call) => sum + call.endedAt - call.startedAt, 0),
    chain: chain.calls.map(toLine),
    all: calls.map(toLine),
  };
}

/** Whether a call is about another repository: the catalog and the mirrors go on with their own work. */
function isOfAnother(path, name) {
  const repository =
    /^(?:.*\/repos\/|.*\/projects\/|\/)SocialGouv(?:\/|%2F)([^/%]+?)(?:\.git)?(?:[/%]|$)/.exec(
      path,
    )?.[1];
  return repository !== undefined && repository !== name;
}

/** The part that a call is made for, and the thing that it is about. */
function toPlace(upstream, path) {
  if (upstream === 'github') return { part: 'repository' };
  if (upstream === 'gitlab') return { part: 'mirror' };
  if (upstream.startsWith('kubernetes')) return { part: 'sealing' };
  const [, type, thing] =
    /\/(storageAccounts|flexibleServers)\/([^/]+)/.exec(path) ?? [];
  if (upstream === 'blob' || path.includes('Microsoft.Storage')) {
    return { part: 'blob', thing };
  }
  if (type || path.includes('Microsoft.DBforPostgreSQL')) {
    return { part: 'postgres', thing };
  }
  return { part: upstream };
}
