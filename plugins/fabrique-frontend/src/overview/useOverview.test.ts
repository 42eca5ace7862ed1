import { integrationIds } from '@socialgouv/backstage-plugin-fabrique-common';
import { overviews } from '../__fixtures__/overviews';
import { summarizeOverview } from './summarizeOverview';
import { toEnvironment } from './toEnvironment';
import { nextRefreshMs } from './nextRefreshMs';

describe('nextRefreshMs', () => {
  it('asks at once for cards that show nothing, soon for news, else calmly', () => {
    const { kubernetes } = overviews.well.services;
    const withResult = (result: object) => ({
      ...overviews.well,
      services: {
        ...overviews.well.services,
        kubernetes: { ...kubernetes, ...result } as typeof kubernetes,
      },
    });
    const failure = { kind: 'timeout', message: '' };

    expect(nextRefreshMs(undefined)).toBe(30_000);
    expect(nextRefreshMs(overviews.well)).toBe(30_000);
    expect(nextRefreshMs(overviews.mixed)).toBe(400);
    for (const result of [{ state: 'ok' }, { state: 'failed', failure }]) {
      expect(nextRefreshMs(withResult(result))).toBe(30_000);
      expect(nextRefreshMs(withResult({ ...result, renewing: true }))).toBe(
        1_500,
      );
    }
  });
});

describe('summarizeOverview', () => {
  it('never counts as well what does not answer', () => {
    expect(summarizeOverview(overviews.mixed)).toEqual({
      level: 'unknown',
      reasons: [],
      problemCount: 0,
      attentionCount: 0,
      well: integrationIds.filter(
        id => !['gitlab', 'sentry', 'grafana', 'matomo'].includes(id),
      ),
      stale: ['github'],
      failed: ['gitlab'],
      pending: ['sentry'],
      notLinked: ['matomo'],
    });
    const { sentry } = overviews.mixed.services;
    const waiting = { ...overviews.well.services, sentry };
    const levels = [
      { ...overviews.well, services: waiting },
      overviews.well,
      overviews.unlinked,
      overviews.ill,
    ].map(overview => summarizeOverview(overview).level);
    expect(levels).toEqual(['pending', 'ok', 'none', 'problem']);
  });
});

describe('toEnvironment', () => {
  it('takes production for what is no environment', () => {
    expect(['dev', 'preprod', 'staging', undefined].map(toEnvironment)).toEqual(
      ['dev', 'preprod', 'prod', 'prod'],
    );
  });
});
