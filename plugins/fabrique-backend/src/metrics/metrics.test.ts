import { metricsServiceFactory } from '@backstage/backend-defaults/alpha';
import { metrics } from '@opentelemetry/api';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  component,
  service,
  startFleet,
} from '../fleet/__testUtils__/startFleet';

jest.setTimeout(60_000);

const matomoUrl = 'https://matomo.test';
const upstream = setupServer(
  http.post(`${matomoUrl}/index.php`, () =>
    HttpResponse.json({}, { status: 503 }),
  ),
);

describe('the metrics of the plugin', () => {
  const exporter = new InMemoryMetricExporter(
    AggregationTemporality.CUMULATIVE,
  );
  const reader = new PeriodicExportingMetricReader({
    exporter,
    exportIntervalMillis: 3_600_000,
  });

  beforeAll(() => {
    upstream.listen({
      onUnhandledRequest: ({ url }, print) =>
        url.startsWith('http://127.0.0.1') || print.error(),
    });
    metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));
  });
  afterAll(async () => {
    await reader.shutdown();
    metrics.disable();
    upstream.close();
  });

  /** Every point, as `name{attributes}` with its value, or how often a duration was recorded. */
  async function read() {
    await reader.forceFlush();
    const [{ scopeMetrics }] = exporter.getMetrics().slice(-1);
    return scopeMetrics
      .filter(({ scope }) => scope.name === 'backstage-plugin-fabrique')
      .flatMap(scope => scope.metrics)
      .flatMap(({ descriptor, dataPoints }) =>
        dataPoints.map(({ attributes, value }) => ({
          name: descriptor.name,
          unit: descriptor.unit,
          attributes,
          value: typeof value === 'object' ? value.count : value,
        })),
      );
  }

  it('count calls by service and result, and tell how long rounds take and how old answers are', async () => {
    const fleet = await startFleet({
      entities: [
        component('domifa', {
          annotations: { 'vault.io/path': 'x', 'matomo.io/site-id': '17' },
        }),
      ],
      services: [service('vault', () => [])],
      config: { matomo: { baseUrl: matomoUrl, token: 'a-token' } },
      features: [metricsServiceFactory],
    });
    await fleet.readCatalog();
    await fleet.refresh('vault');
    await fleet.refresh('matomo');
    const points = await read();
    await fleet.stop();

    const calls = points.find(({ name }) => name === 'fabrique.upstream.calls');
    expect(calls).toEqual({
      name: 'fabrique.upstream.calls',
      unit: '{call}',
      attributes: { service: 'Matomo', result: 'unavailable' },
      value: expect.any(Number),
    });
    expect(points).toEqual(
      expect.arrayContaining([
        {
          name: 'fabrique.upstream.call.duration',
          unit: 's',
          attributes: { service: 'Matomo' },
          value: calls!.value,
        },
        ...['vault', 'matomo'].map(id => ({
          name: 'fabrique.fleet.refresh.duration',
          unit: 's',
          attributes: { service: id },
          value: 1,
        })),
        {
          name: 'fabrique.fleet.answer.age',
          unit: 's',
          attributes: { service: 'vault' },
          value: expect.any(Number),
        },
      ]),
    );
    // Who is asked about is nobody's business who watches the portal.
    expect(JSON.stringify(points)).not.toContain('domifa');
  });
});
