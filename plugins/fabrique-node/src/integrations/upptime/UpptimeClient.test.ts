import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { testUpstreamFailures } from '../../testUtils';
import summary from './__fixtures__/summary.json';
import { UpptimeClient } from './UpptimeClient';

const baseUrl = 'https://raw.example.com/SocialGouv/upptime/master';

function createClient(token?: string) {
  return UpptimeClient.create({ baseUrl, token }, { timeoutMs: 300 });
}

describe('UpptimeClient', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  /** Answers as GitHub's raw host does: plain text. */
  function answer(body: unknown) {
    const asked: Request[] = [];
    server.use(
      http.get(`${baseUrl}/history/summary.json`, ({ request }) => {
        asked.push(request);
        return HttpResponse.text(JSON.stringify(body));
      }),
    );
    return asked;
  }

  it('reads every row of a real summary, and without a token sends none', async () => {
    const asked = answer(summary);
    await expect(createClient().getSummary({})).resolves.toEqual(summary);
    expect(summary).toHaveLength(22);
    expect(asked.map(({ headers }) => headers.get('authorization'))).toEqual([
      null,
    ]);
  });

  it('keeps a row of which a field is odd, and drops one without an address', async () => {
    const asked = answer([
      {
        name: 'DomiFa',
        url: 'https://domifa.example/',
        status: 'up',
        uptimeDay: '99.95%',
        uptimeWeek: 99.9,
        timeDay: null,
        timeWeek: 'slow',
        dailyMinutesDown: { '2026-11-20': 12 },
        icon: 'not used',
      },
      {
        name: 'Vao',
        url: 'https://vao.example/',
        dailyMinutesDown: [],
      },
      { name: 'without its address' },
    ]);
    await expect(createClient('t').getSummary({})).resolves.toEqual([
      {
        name: 'DomiFa',
        url: 'https://domifa.example/',
        status: 'up',
        uptimeDay: '99.95%',
        timeDay: null,
        dailyMinutesDown: { '2026-11-20': 12 },
      },
      { name: 'Vao', url: 'https://vao.example/' },
    ]);
    expect(asked[0].headers.get('authorization')).toBe('Bearer t');
  });

  testUpstreamFailures({
    server,
    baseUrl,
    call: secret => createClient(secret).getSummary({}),
    // There is one file for all sites: without it, none is known to be unwatched.
    except: { '404': 'invalid-response' },
  });
});
