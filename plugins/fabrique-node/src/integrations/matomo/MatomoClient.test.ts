import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { testUpstreamFailures } from '../../testUtils';
import { MatomoClient } from './MatomoClient';

const baseUrl = 'https://matomo.example.com/stats';
const refusal = (message: string) => ({ result: 'error', message });

const answers: unknown[] = [
  {
    idsite: '63',
    name: 'DomiFa',
    main_url: 'https://domifa.example.com',
    ecommerce: '0',
    not_used: 'q',
  },
  { '2026-11-22': 12, '2026-11-23': '3' },
  { nb_visits: 900, bounce_rate: '45%', nb_actions_per_visit: 2.3 },
  [
    { label: '/a', nb_visits: 40, url: 'https://domifa.example.com/a' },
    { label: 'without its number' },
  ],
  { '2': { idgoal: '2', name: 'Account' } },
  { nb_conversions: 8, goal_2_nb_conversions: 8 },
  refusal("Plugin 'UserId' is not activated"),
  [{ idsitehsr: 1, name: 'Accueil', status: 'active' }],
  refusal(
    "The plugin 'HeatmapSessionRecording' is not enabled. You can activate the plugin on Settings > Plugins page in Matomo.",
  ),
  refusal(
    'Visits log is deactivated in website settings. A user with at least admin access can enable this feature in the settings for this website (idSite=63).',
  ),
];

function createClient(token = 't') {
  return MatomoClient.create({ baseUrl, token }, { timeoutMs: 300 });
}

describe('MatomoClient', () => {
  const server = setupServer();
  registerMswTestHooks(server);
  const answer = (body: unknown) =>
    server.use(
      http.post(`${baseUrl}/index.php`, () => HttpResponse.json(body as never)),
    );

  it('asks for everything in one request, with the token in its body', async () => {
    let asked: Request | undefined;
    server.use(
      http.post(`${baseUrl}/index.php`, ({ request }) => {
        asked = request.clone();
        return HttpResponse.json(answers as never);
      }),
    );

    await expect(createClient().getSiteReport(63, {})).resolves.toEqual({
      site: {
        idsite: 63,
        name: 'DomiFa',
        main_url: 'https://domifa.example.com',
        ecommerce: 0,
      },
      visitsByDay: { '2026-11-22': 12, '2026-11-23': 3 },
      summary: { bounce_rate: '45%', nb_actions_per_visit: 2.3 },
      pages: [
        { label: '/a', nb_visits: 40, url: 'https://domifa.example.com/a' },
      ],
      goals: [{ idgoal: 2, name: 'Account' }],
      conversions: { nb_conversions: 8, goal_2_nb_conversions: 8 },
      users: undefined,
      heatmaps: [{ status: 'active' }],
      sessionRecordings: [],
      hasVisitorLog: false,
    });
    expect(new URL(asked!.url).search).toBe('');
    expect(asked!.headers.get('content-type')).toBe(
      'application/x-www-form-urlencoded',
    );
    expect(
      Object.fromEntries(new URLSearchParams(await asked!.text())),
    ).toEqual({
      module: 'API',
      method: 'API.getBulkRequest',
      format: 'json',
      token_auth: 't',
      'urls[0]': 'method=SitesManager.getSiteFromId&idSite=63',
      'urls[1]':
        'method=VisitsSummary.getVisits&idSite=63&period=day&date=last37',
      'urls[2]': 'method=VisitsSummary.get&idSite=63&period=range&date=last30',
      'urls[3]':
        'method=Actions.getPageUrls&idSite=63&period=range&date=last30&flat=1&filter_sort_column=nb_visits&filter_sort_order=desc&filter_limit=5',
      'urls[4]': 'method=Goals.getGoals&idSite=63',
      'urls[5]':
        'method=Goals.get&idSite=63&period=range&date=last30&showAllGoalSpecificMetrics=1',
      'urls[6]':
        'method=UserId.getUsers&idSite=63&period=range&date=last30&filter_limit=1',
      'urls[7]': 'method=HeatmapSessionRecording.getHeatmaps&idSite=63',
      'urls[8]':
        'method=HeatmapSessionRecording.getSessionRecordings&idSite=63',
      'urls[9]':
        'method=Live.getLastVisitsDetails&idSite=63&period=day&date=2000-01-01&filter_limit=1&doNotFetchActions=1',
    });
  });

  it('reads a site that was never visited', async () => {
    const noAccess = refusal(
      "You can't access this resource as it requires 'write' access for the website id = 63.",
    );
    answer([
      [answers[0]],
      [],
      { bounce_rate: '0%' },
      [],
      [],
      [],
      [],
      noAccess,
      noAccess,
      [],
    ]);

    await expect(createClient().getSiteReport(63, {})).resolves.toMatchObject({
      site: { idsite: 63 },
      visitsByDay: {},
      pages: [],
      goals: [],
      conversions: {},
      users: [],
      heatmaps: undefined,
      sessionRecordings: undefined,
      hasVisitorLog: true,
    });
  });

  it.each([
    [
      'auth',
      'You must be logged in to access this functionality.',
      'Unable to authenticate with the provided token.',
    ],
    [
      'not-found',
      "An unexpected website was found in the request: website id was set to '999' .",
    ],
    [
      'forbidden',
      "You can't access this resource as it requires 'view' access for the website id = 63.",
    ],
    ['invalid-response', 'The method does not exist.'],
  ])('says %s for a refusal with HTTP 200', async (kind, ...messages) => {
    for (const message of messages) {
      answer([refusal(message), ...answers.slice(1)]);
      await expect(createClient().getSiteReport(63, {})).rejects.toMatchObject({
        name: 'UpstreamError',
        kind,
        detail: message,
      });
      answer(refusal(message));
      await expect(createClient().getSiteReport(63, {})).rejects.toMatchObject({
        kind,
      });
    }
  });

  it('says auth for the page that a bad token gets', async () => {
    server.use(
      http.post(`${baseUrl}/index.php`, () =>
        HttpResponse.html('<h1>Error</h1>', { status: 401 }),
      ),
    );

    await expect(createClient().getSiteReport(63, {})).rejects.toMatchObject({
      kind: 'auth',
    });
  });

  testUpstreamFailures({
    server,
    baseUrl,
    call: secret => createClient(secret).getSiteReport(63, {}),
  });
});
