import {
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { LedgerEntry } from '@socialgouv/backstage-plugin-fabrique-common';
import { SupportRequests } from '@socialgouv/backstage-plugin-fabrique-node';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { AnswerCache } from '../overview/AnswerCache';
import { RequestFollower } from './RequestFollower';

const apiBaseUrl = 'https://github.example.com/api/v3';

const toEntry = (number: number, rest: Partial<LedgerEntry> = {}) =>
  ({
    id: String(number),
    key: `request/${number}`,
    type: 'sre-request',
    title: 'request',
    application: 'SocialGouv/domifa',
    taskId: 't',
    stepId: 's',
    actionId: 'fabrique:sre:request',
    verb: 'create',
    state: 'made',
    reference: { number, url: 'x' },
    createdAt: '2026-11-19T10:00:00.000Z',
    ...rest,
  } satisfies LedgerEntry);

describe('RequestFollower', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  const createFollower = () =>
    new RequestFollower({
      answers: new AnswerCache({
        cache: mockServices.cache.mock({
          get: async () => undefined,
          set: async () => undefined,
        }),
        logger: mockServices.logger.mock(),
      }),
      support: SupportRequests.fromConfig(
        new ConfigReader({
          fabrique: {
            github: { host: 'github.example.com', organization: 'SocialGouv' },
            support: { repository: 'SocialGouv/support' },
          },
          integrations: {
            github: [{ host: 'github.example.com', apiBaseUrl, token: 't' }],
          },
        }),
      ),
    });

  it('tells how far the requests are, and asks nothing of the rest', async () => {
    const asked: string[] = [];
    server.use(
      http.get(
        `${apiBaseUrl}/repos/SocialGouv/support/issues/:number`,
        ({ params }) => {
          asked.push(String(params.number));
          return params.number === '2'
            ? HttpResponse.json({ message: 'Not Found' }, { status: 404 })
            : HttpResponse.json({
                number: 1,
                html_url: 'x',
                title: 'request',
                state: 'closed',
                state_reason: 'completed',
                comments: 3,
                updated_at: '2026-11-20T10:00:00Z',
              });
        },
      ),
    );
    const others = [
      toEntry(3, { type: 'matomo-site', reference: 3 }),
      toEntry(4, { state: 'removed' }),
      toEntry(5, { state: 'making', reference: undefined }),
    ];
    const [known, gone] = [toEntry(1), toEntry(2)];
    await expect(
      createFollower().follow([known, gone, ...others]),
    ).resolves.toEqual([
      {
        ...known,
        request: {
          state: 'done',
          comments: 3,
          changedAt: '2026-11-20T10:00:00Z',
        },
      },
      gone,
      ...others,
    ]);
    expect(asked.sort()).toEqual(['1', '2']);
  });

  it('does without a support repository', async () => {
    const follower = new RequestFollower({
      answers: new AnswerCache({
        cache: mockServices.cache.mock(),
        logger: mockServices.logger.mock(),
      }),
    });
    await expect(follower.follow([toEntry(1)])).resolves.toEqual([toEntry(1)]);
  });
});
