import { writeFileSync } from 'fs';
import { Undisturbed } from './__testUtils__/faults/ActionLives';
import { ActionRow } from './__testUtils__/faults/ActionRow';
import { canFail, faultKinds } from './__testUtils__/faults/faultKinds';
import {
  FaultRow,
  formatFaultTable,
} from './__testUtils__/faults/formatFaultTable';
import {
  formatKillTable,
  KillRow,
} from './__testUtils__/faults/formatKillTable';
import { readFaultCell } from './__testUtils__/faults/readFaultCell';
import { readKillCell } from './__testUtils__/faults/readKillCell';
import { actionRows } from './__testUtils__/faults/rows';
import {
  FaultTest,
  startFaultTest,
} from './__testUtils__/faults/startFaultTest';
import { toUpstreamCalls } from './__testUtils__/faults/upstreamCalls';
import { findDifferences } from './__testUtils__/faults/upstreamState';

// `yarn faults:actions` reads every cell of every action and prints the tables; without it, one kill, one pair
// of tasks and one failure of each action that is not made of others: killed early, half way or late, in turn.
const {
  ACTION_FAULTS_EVERY: every,
  ACTION_FAULTS_FILE: file,
  ACTION_FAULTS_ONLY: only,
} = process.env;
const isEvery = Boolean(every);
const isEveryKill = isEvery && every !== 'failures';

/** What whoever comes second is told. */
const losing =
  /is making the .+ at this moment\. Wait until it has ended|then run the task again/i;

jest.setTimeout(isEvery ? 3_600_000 : 300_000);

const rows = actionRows
  .filter(row => isEvery || !(row.title || row.isWhole))
  .map(row => ({ ...row, title: row.title ?? row.action }))
  .filter(({ title }) => !only || new RegExp(only).test(title));

describe('actions that are killed, and whose upstreams fail', () => {
  let faultTest: FaultTest;
  const undisturbed = new Map<ActionRow, Undisturbed>();
  const kills: KillRow[] = [];
  const faults: FaultRow[] = [];

  beforeAll(async () => {
    faultTest = await startFaultTest();
  });
  afterEach(() => {
    if (!file) return;
    writeFileSync(
      file,
      `${formatKillTable(kills)}\n${formatFaultTable(faults)}`,
    );
  });
  afterAll(() => faultTest?.stop());

  it('has a row for every action of the suite', async () => {
    const ids = await faultTest.lives.listActions();
    const known = actionRows.map(({ action }) => action);
    expect(ids.filter(id => !known.includes(id))).toEqual([]);
  });

  it.each(rows.map((row, index) => ({ row, title: row.title, index })))(
    'case 8: $title ends as if it had not been killed, and can be undone',
    async ({ row, index }) => {
      const startedAt = Date.now();
      const measured = await faultTest.lives.measure(row);
      undisturbed.set(row, measured);
      const cells = [];
      const points = measured.calls.map((_call, call) => call + 1);
      const some = spread(points, 3);
      for (const point of isEveryKill ? points : [some[index % some.length]]) {
        report(`${row.title}, killed after call ${point} of ${points.length}`);
        cells.push(await readKillCell(faultTest.lives, row, measured, point));
      }
      const seconds = (Date.now() - startedAt) / 1000;
      kills.push({ row, undisturbed: measured, cells, seconds });
      expect(measured.flaws).toEqual([]);
      expect(cells.filter(({ flaws }) => flaws.length > 0)).toEqual([]);
    },
  );

  it.each(rows)(
    '$title makes one of each thing when two tasks ask at the same moment',
    async row => {
      const { end, volatile } = undisturbed.get(row)!;
      const race = await faultTest.lives.race(row);
      const differences = findDifferences(end, race.end, volatile);
      expect([
        // Each of two says what it did itself.
        ...differences.filter(
          line => !line.startsWith('/outputs/') && !isOfSecondTask(line, row),
        ),
        ...race.flaws,
      ]).toEqual([]);
      const told = row.refusal
        ? new RegExp(`${losing.source}|${row.refusal.source}`, 'i')
        : losing;
      for (const sentence of race.sentences) expect(sentence).toMatch(told);
    },
  );

  it.each(rows.map((row, index) => ({ row, title: row.title, index })))(
    '$title stops with a sentence, or goes on, when a call fails',
    async ({ row, index }) => {
      const measured = undisturbed.get(row)!;
      const all = toUpstreamCalls(
        measured.calls,
        {
          prefix: faultTest.portal.sandbox.portPrefix,
          backend: faultTest.portal.proxy.port,
        },
        /kill\d{4}/,
      ).flatMap(call =>
        Object.entries(faultKinds)
          .filter(([, kind]) => canFail(call, kind))
          .map(([kind]) => ({ call, kind })),
      );
      // Each call has the next kind of failure, and each action begins with another.
      const some = all.filter((_cell, i) => i % 8 === index % 8);
      const wanted = row.isWhole ? some : all;
      const cells = [];
      for (const { call, kind } of isEvery ? wanted : spread(some, 1)) {
        report(`${row.title}, failure ${cells.length + 1} of ${wanted.length}`);
        cells.push(
          await readFaultCell(
            faultTest.portal,
            faultTest.lives,
            row,
            measured,
            call,
            kind,
          ),
        );
      }
      faults.push({ row, cells });
      expect(cells.filter(({ flaws }) => flaws.length > 0)).toEqual([]);
    },
  );
});

/** A word of where it is, while a table is read. */
function report(line: string): void {
  if (isEvery) process.stderr.write(`${line}\n`);
}

/** Where each task makes a thing of its own, there are two. */
function isOfSecondTask(line: string, { ofEachTask }: ActionRow): boolean {
  return (
    ofEachTask !== undefined &&
    (line === `/counts/${ofEachTask}: 2, not 1` ||
      line.startsWith(`/documents/${ofEachTask}/#1/`))
  );
}

/** The first, the last and those between; of one alone, the one in the middle. */
function spread<T>(all: readonly T[], count: number): T[] {
  const last = all.length - 1;
  const picked = Array.from({ length: count }, (_, index) =>
    Math.round(count === 1 ? last / 2 : (index * last) / (count - 1)),
  );
  return [...new Set(picked)].flatMap(index => all.slice(index, index + 1));
}
