import { ConfigReader } from '@backstage/config';
import { Entity } from '@backstage/catalog-model';
import {
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { defaultThresholds } from '@socialgouv/backstage-plugin-fabrique-common';
import { GithubApi } from '@socialgouv/backstage-plugin-fabrique-node';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { upptimeProvider } from './upptimeProvider';

const raw = 'https://raw.example.com/SocialGouv/upptime/master';
const api = 'https://github.example.com/api/v3';
const config = new ConfigReader({
  fabrique: {
    upptime: {
      baseUrl: raw,
      statusUrl: 'https://status.example.com',
      repository: 'SocialGouv/upptime',
    },
    github: { host: 'github.example.com', organization: 'SocialGouv' },
  },
  integrations: {
    github: [{ host: 'github.example.com', apiBaseUrl: api, token: 't' }],
  },
});
const names = ['domifa', 'vao', 'mano'];

function createProvider() {
  return upptimeProvider({
    config,
    thresholds: defaultThresholds,
    tuning: { timeoutMs: 2_000 },
    github: GithubApi.fromConfig(config),
    logger: mockServices.logger.mock(),
  })!;
}

describe('upptimeProvider', () => {
  const server = setupServer();
  registerMswTestHooks(server);
  const signal = AbortSignal.timeout(20_000);

  function useUpptime(answerIssues: () => Response | Promise<Response>) {
    const calls: string[] = [];
    server.use(
      http.get(`${raw}/history/summary.json`, () => {
        calls.push('summary');
        return HttpResponse.json(
          names.map(name => ({
            name,
            slug: name,
            url: `https://${name}.example.com/`,
            status: 'up',
          })),
        );
      }),
      http.get(`${api}/repos/SocialGouv/upptime/issues`, () => {
        calls.push('issues');
        return answerIssues();
      }),
    );
    return calls;
  }
  const load = (provider: ReturnType<typeof createProvider>) =>
    Promise.all(
      names.map(name =>
        provider.load({ siteKeys: [`${name}.example.com`] }, { signal }),
      ),
    );

  it('asks once for all sites of the fleet', async () => {
    const calls = useUpptime(() =>
      HttpResponse.json([
        {
          title: '🛑 vao is down',
          html_url: 'https://github.example.com/SocialGouv/upptime/issues/1',
          created_at: '2026-11-23T10:00:00Z',
          labels: [{ name: 'status' }, { name: 'vao' }],
        },
      ]),
    );
    const provider = createProvider();
    const views = await load(provider);
    await load(provider);

    expect(calls.sort()).toEqual(['issues', 'summary']);
    expect(views.map(view => view.incidents?.length)).toEqual([0, 1, 0]);
  });

  it('tells whether a site is up where GitHub fails, or hangs', async () => {
    const calls = useUpptime(() => HttpResponse.json({}, { status: 403 }));
    const provider = createProvider();
    const [view] = await load(provider);
    expect(view).toMatchObject({ siteName: 'domifa', status: 'up' });
    expect(view).not.toHaveProperty('incidents');
    // Nor is it asked again for each site.
    await load(provider);
    expect(calls.filter(call => call === 'issues')).toHaveLength(1);

    useUpptime(() => new Promise<Response>(() => {}));
    const started = Date.now();
    const [hanging] = await load(createProvider());
    expect(hanging).toMatchObject({ siteName: 'domifa', status: 'up' });
    expect(Date.now() - started).toBeLessThan(8_000);
  });

  it('takes the site of the annotation, else of the links, else of the naming rules', () => {
    const provider = createProvider();
    const entity = (
      annotations: Record<string, string>,
      links: string[] = [],
      type = 'website',
    ): Entity => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name: 'domifa',
        annotations,
        links: links.map(url => ({ url })),
      },
      spec: { type },
    });
    const annotated = entity({
      'fabrique.social.gouv.fr/upptime-url': 'https://DomiFa.example.com/',
    });
    expect(provider.toTarget(annotated, 'dev')).toEqual({
      siteKeys: ['domifa.example.com'],
    });

    const linked = entity({}, ['mailto:a@b.example', 'https://vao.example/']);
    expect(provider.toTarget(linked, 'dev')).toBeUndefined();
    expect(provider.deriveTarget?.(linked, 'dev')).toEqual({
      siteKeys: ['vao.example', 'domifa.prod2.fabrique.social.gouv.fr'],
    });
    expect(
      provider.deriveTarget?.(entity({}, [], 'library'), 'dev'),
    ).toBeUndefined();
  });
});
