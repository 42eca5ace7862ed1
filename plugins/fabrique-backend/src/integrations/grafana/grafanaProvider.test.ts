import { ConfigReader } from '@backstage/config';
import { Entity } from '@backstage/catalog-model';
import {
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { defaultThresholds } from '@socialgouv/backstage-plugin-fabrique-common';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { grafanaProvider } from './grafanaProvider';

const baseUrl = 'https://grafana.example.com';

function createProvider() {
  return grafanaProvider({
    config: new ConfigReader({
      fabrique: { grafana: { baseUrl, token: 't' } },
    }),
    thresholds: defaultThresholds,
    tuning: { timeoutMs: 2_000 },
    logger: mockServices.logger.mock(),
  })!;
}

const entity = (annotations: Record<string, string>): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'domifa', annotations },
  spec: { type: 'website' },
});

describe('grafanaProvider', () => {
  const server = setupServer();
  registerMswTestHooks(server);
  const signal = AbortSignal.timeout(20_000);
  const useGrafana = (dashboards: Record<string, string[]>) => {
    const asked: string[] = [];
    server.use(
      http.get(`${baseUrl}/api/search`, ({ request }) => {
        const tags = new URL(request.url).searchParams.getAll('tag');
        asked.push(tags.join('+'));
        return HttpResponse.json(
          (dashboards[tags.join('+')] ?? []).map(uid => ({ uid, title: uid })),
        );
      }),
      http.get(
        `${baseUrl}/api/alertmanager/grafana/api/v2/alerts`,
        ({ request }) => {
          asked.push(...new URL(request.url).searchParams.getAll('filter'));
          return HttpResponse.json([]);
        },
      ),
    );
    return asked;
  };

  it('asks the same for every environment, unless the entity says otherwise', () => {
    const provider = createProvider();
    const alike = entity({ 'grafana/dashboard-selector': 'domifa' });
    expect(provider.toTarget(alike, 'dev')).toEqual({
      selector: 'domifa',
      name: 'domifa',
      namespaces: { prod: 'domifa' },
    });
    expect(provider.toTarget(alike, 'prod')).toEqual(
      provider.toTarget(alike, 'dev'),
    );

    const own = entity({
      'grafana/dashboard-selector': 'domifa',
      'grafana/alert-label-selector': 'component=domifa,team=sre',
      'grafana/overview-dashboard.prod': `${baseUrl}/d/first`,
      'backstage.io/kubernetes-namespace.dev': 'domifa-104-main-dev',
    });
    expect(provider.toTarget(own, 'prod')).toEqual({
      selector: 'domifa',
      alertSelector: 'component=domifa,team=sre',
      overviewUrl: `${baseUrl}/d/first`,
      name: 'domifa',
      namespaces: { dev: 'domifa-104-main-dev', prod: 'domifa' },
    });
  });

  it('opens no dashboard of another Grafana', () => {
    const elsewhere = entity({
      'grafana/dashboard-selector': 'domifa',
      'grafana/overview-dashboard':
        'https://grafana.example.com.evil.example/d/x',
    });
    expect(() => createProvider().toTarget(elsewhere, 'prod')).toThrow(
      expect.objectContaining({ kind: 'misconfigured-link' }),
    );
  });

  it('asks Grafana to find the dashboards and the alerts, and counts each dashboard once', async () => {
    const asked = useGrafana({ 'a & b+é': ['u1', 'u2'], c: ['u2', 'u3'] });
    const provider = createProvider();
    const selector = "tags @> 'a & b' && tags @> 'é' || tags @> 'c'";
    const answer = await provider.load(
      {
        selector,
        alertSelector: 'component=domifa,team=sre',
        name: 'domifa',
        namespaces: {},
      },
      { signal },
    );
    expect(asked.sort()).toEqual([
      'a & b+é',
      'c',
      'component="domifa"',
      'team="sre"',
    ]);
    const view = provider.toView!(answer, 'prod');
    expect(view.dashboards.map(({ title }) => title)).toEqual([
      'u1',
      'u2',
      'u3',
    ]);
    expect(
      provider.describe({ selector, name: 'domifa', namespaces: {} }).url,
    ).toBe(`${baseUrl}/dashboards?tag=a%20%26%20b&tag=%C3%A9&tag=c`);
  });

  it('takes the name for a tag, where Grafana has something of it', async () => {
    const provider = createProvider();
    const derived = provider.deriveTarget?.(entity({}), 'prod')!;
    expect(derived).toMatchObject({ selector: 'domifa', isDerived: true });

    const asked = useGrafana({ domifa: ['u1'] });
    await expect(provider.load(derived, { signal })).resolves.toMatchObject({
      dashboards: [{ uid: 'u1' }],
    });
    expect(asked.sort()).toEqual(['component="domifa"', 'domifa']);

    useGrafana({});
    await expect(provider.load(derived, { signal })).rejects.toMatchObject({
      kind: 'not-found',
    });
    // What somebody wrote down is linked, and has nothing.
    const { isDerived: _, ...written } = derived;
    await expect(provider.load(written, { signal })).resolves.toMatchObject({
      dashboards: [],
    });
  });
});
