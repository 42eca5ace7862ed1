import {
  IntegrationId,
  integrationIds,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { judgeReading, Reading } from './judgeReading';

const linked = { title: 'domifa-backend' };
const annotation = 'sentry.io/project-slug';
const ok = { state: 'ok', linked, view: {} };

const toAnswer = (services: Partial<Record<IntegrationId, object>>) =>
  JSON.stringify({
    services: {
      ...Object.fromEntries(integrationIds.map(id => [id, ok])),
      ...services,
    },
  });

const toFailed = (failure: object) => ({
  state: 'failed',
  linked,
  annotation,
  failure: { message: 'Sentry read project', ...failure },
});

const rejected = toAnswer({ sentry: toFailed({ kind: 'auth' }) });
const good: Reading = {
  service: 'sentry',
  column: '401',
  answers: { first: rejected, last: rejected },
  elapsedMs: 200,
  logs: ['Sentry read project: HTTP 401'],
};

describe('judgeReading', () => {
  it('finds nothing wrong with a card that says what failed', () => {
    expect(judgeReading(good, ['the-token'])).toEqual({
      service: 'sentry',
      column: '401',
      state: 'failed',
      kind: 'auth',
      sentence:
        "Sentry refuse le jeton du portail. L'équipe SRE doit le renouveler.",
      faults: [],
    });
  });

  it.each<[string, Partial<Reading>, string[]]>([
    [
      'another failure',
      {
        answers: {
          first: rejected,
          last: toAnswer({ sentry: toFailed({ kind: 'network' }) }),
        },
      },
      ['not auth', expect.stringMatching(/^not \^Sentry refuse/)],
    ],
    [
      'a failure that is shown as nothing',
      { answers: { first: rejected, last: toAnswer({}) } },
      ['not auth', expect.stringMatching(/^not \^Sentry refuse/)],
    ],
    [
      'the failure of a service that has no words for it',
      {
        column: 'hang',
        answers: {
          first: rejected,
          last: toAnswer({ sentry: toFailed({ kind: 'timeout' }) }),
        },
      },
      [expect.stringMatching(/^not \^Sentry n'a pas répondu en 5 s/)],
    ],
    [
      'another card that fails too',
      {
        answers: {
          first: rejected,
          last: toAnswer({
            sentry: toFailed({ kind: 'auth' }),
            matomo: toFailed({ kind: 'network' }),
          }),
        },
      },
      ['matomo is failed'],
    ],
    ['an answer that comes late', { elapsedMs: 4_600 }, ['late by 4600 ms']],
    [
      'a secret in the log',
      { logs: ['Authorization: Bearer the-token'] },
      ['1 secrets are told'],
    ],
    [
      'a reference that leads nowhere',
      {
        column: 'HTML',
        answers: {
          first: rejected,
          last: toAnswer({
            sentry: toFailed({
              kind: 'invalid-response',
              reference: '0a1b2c3d',
            }),
          }),
        },
      },
      ['reference 0a1b2c3d is not in the log'],
    ],
  ])('finds %s', (_, reading, faults) => {
    const cell = judgeReading({ ...good, ...reading }, ['the-token']);
    expect(cell.faults).toEqual(faults);
  });
});
