import { KubernetesCronJobObject } from '@socialgouv/backstage-plugin-fabrique-node';
import { toCronJob } from './toCronJob';

const cronJob = (
  status?: KubernetesCronJobObject['status'],
): KubernetesCronJobObject => ({
  metadata: { name: 'backup', namespace: 'domifa' },
  spec: { schedule: '0 3 * * *', suspend: null },
  status,
});
const job = (
  day: number,
  end?: 'Complete' | 'Failed',
  cronJobName = 'backup',
) => ({
  metadata: {
    name: `backup-${day}`,
    namespace: 'domifa',
    creationTimestamp: `2026-11-${day}T03:00:00Z`,
    ownerReferences: [{ kind: 'CronJob', name: cronJobName }],
  },
  status: { conditions: end && [{ type: end, status: 'True' }] },
});

describe('toCronJob', () => {
  it('maps a CronJob', () => {
    expect(
      toCronJob(
        cronJob({
          lastScheduleTime: '2026-11-23T03:00:00Z',
          lastSuccessfulTime: '2026-11-23T03:05:00Z',
        }),
        [],
        'prod2',
      ),
    ).toEqual({
      name: 'backup',
      namespace: 'domifa',
      cluster: 'prod2',
      schedule: '0 3 * * *',
      suspended: false,
      lastScheduledAt: '2026-11-23T03:00:00Z',
      lastSuccessfulAt: '2026-11-23T03:05:00Z',
      lastRunFailed: false,
    });
  });

  it.each([
    ['that failed', [job(21, 'Complete'), job(22, 'Failed')], true],
    ['that went well again', [job(22, 'Complete'), job(21, 'Failed')], false],
    ['before the one under way', [job(23), job(22, 'Failed')], true],
    ['of another CronJob', [job(22, 'Failed', 'clean')], false],
    ['that never was', [], false],
  ])('says how the last run ended: one %s', (_, jobs, failed) => {
    expect(toCronJob(cronJob(), jobs, 'prod2').lastRunFailed).toBe(failed);
  });

  it('tells by the times when the Jobs are gone', () => {
    const times = {
      lastScheduleTime: '2026-11-23T03:00:00Z',
      lastSuccessfulTime: '2026-11-22T03:05:00Z',
    };
    const hasFailed = (status: KubernetesCronJobObject['status']) =>
      toCronJob(cronJob(status), [], 'prod2').lastRunFailed;

    expect(hasFailed(times)).toBe(true);
    expect(hasFailed({ ...times, active: [{}] })).toBe(false);
    expect(hasFailed({ lastScheduleTime: times.lastScheduleTime })).toBe(false);
  });
});
