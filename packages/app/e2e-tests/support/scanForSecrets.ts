import { readdirSync, readFileSync } from 'fs';
import { join, resolve } from 'path';
import { APIRequestContext, expect } from '@playwright/test';
import {
  dumpPortalDatabases,
  findTraces,
  KnownSecret,
  readGitObjects,
  readKnownSecrets,
} from '@socialgouv/fabrique-sandbox/testing/secrets';
import { journeySettings } from '../journeySettings';
import { readTaskEvents } from './portal';
import { portPrefix } from './sandbox';
import { TrafficRecord } from './TrafficRecord';

const { dataDir } = journeySettings;

/** The secrets that the systems of the sandbox hold at this moment. */
export async function listSecrets(): Promise<KnownSecret[]> {
  return (await readKnownSecrets(dataDir, await readGitObjects(dataDir)))
    .secrets;
}

/**
 * Expects that a run made so many secrets, and that none of the sandbox, and none of the portal's own, is
 * in anything that the portal has written or said.
 *
 * @param run - `before` are the secrets of before the run, `made` the new ones by kind; `name` is no
 *   secret, and is everywhere: what does not hold it was not really read
 */
export async function expectNoSecrets(
  request: APIRequestContext,
  run: {
    before: readonly KnownSecret[];
    made: Record<string, number>;
    name: string;
    taskIds: string[];
    traffic: TrafficRecord;
  },
): Promise<void> {
  const git = await readGitObjects(dataDir);
  const { secrets } = await readKnownSecrets(dataDir, git);
  const known = new Set(run.before.map(({ value }) => value));
  const made: Record<string, number> = {};
  for (const { kind, value } of secrets) {
    if (!known.has(value)) made[kind] = (made[kind] ?? 0) + 1;
  }
  expect(made).toEqual(run.made);

  const events = await Promise.all(
    run.taskIds.map(taskId => readTaskEvents(request, taskId)),
  );
  const logs = join(dataDir, 'logs');
  const places = {
    'task events and outputs': JSON.stringify(events),
    'databases of the portal': await dumpPortalDatabases(portPrefix),
    logs: readdirSync(logs)
      .map(file => readFileSync(join(logs, file), 'utf8'))
      .join('\n'),
    // A mirror has the same objects as its source.
    'history of all repositories': [
      ...new Set(git.flatMap(({ objects }) => objects)),
    ].join('\n'),
    browser: await run.traffic.read(),
  };
  // The log holds the audit events, too.
  expect(places.logs).toContain('isAuditEvent');
  const planted = { kind: 'no secret', where: 'here', value: run.name };
  expect(
    findTraces([...secrets, ...listCredentials(), planted], places),
  ).toEqual(
    Object.keys(places).map(place => ({
      place,
      kind: 'no secret',
      where: 'here',
      form: 'plain',
    })),
  );
}

/** With which the portal speaks to the sandbox. */
function listCredentials(): KnownSecret[] {
  const config = readFileSync(
    resolve(__dirname, '../../../../app-config.yaml'),
    'utf8',
  );
  const values = config.match(/\bsandbox-[a-z0-9-]*(token|secret|password)\b/g);
  return [...new Set(values)].map(value => ({
    kind: 'credential of the portal',
    where: 'app-config.yaml',
    value,
  }));
}
