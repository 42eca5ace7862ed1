import { listPreviousRuns, parseCronSchedule } from './cronSchedule';

describe('cronSchedule', () => {
  const now = new Date('2026-11-23T10:12:00Z');
  const list = (schedule: string, count = 3, since = new Date(0)) =>
    listPreviousRuns(parseCronSchedule(schedule), since, now, count).map(run =>
      run.toISOString().slice(0, 16),
    );

  it.each([
    [
      '12 10 * * *',
      ['2026-11-23T10:12', '2026-11-22T10:12', '2026-11-21T10:12'],
    ],
    [
      '*/30 8-10 * * *',
      ['2026-11-23T10:00', '2026-11-23T09:30', '2026-11-23T09:00'],
    ],
    ['0 3 1 * *', ['2026-11-01T03:00', '2026-10-01T03:00', '2026-09-01T03:00']],
    // Sunday by its second number; Monday the 16th by either of the two fields.
    ['0 4 * * 7', ['2026-11-22T04:00', '2026-11-15T04:00', '2026-11-08T04:00']],
    [
      '0 4 16 * 0',
      ['2026-11-22T04:00', '2026-11-16T04:00', '2026-11-15T04:00'],
    ],
  ])('lists the last runs of %s', (schedule, runs) => {
    expect(list(schedule)).toEqual(runs);
  });

  it('lists none from before the CronJob was created', () => {
    expect(list('0 * * * *', 9, new Date('2026-11-23T08:30:00Z'))).toEqual([
      '2026-11-23T10:00',
      '2026-11-23T09:00',
    ]);
  });

  it.each(['', '* * * *', '60 * * * *', '@daily', '5-1 * * * *'])(
    'refuses %j',
    schedule => {
      expect(() => parseCronSchedule(schedule)).toThrow();
    },
  );
});
