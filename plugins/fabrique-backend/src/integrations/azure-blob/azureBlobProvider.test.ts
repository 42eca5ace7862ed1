import {
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import {
  defaultThresholds,
  Environment,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  azureGroupPath,
  azureSignInHandlers,
  azureUrl,
  createTestAzureConnection,
} from '@socialgouv/backstage-plugin-fabrique-node/testUtils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { azureBlobProvider } from './azureBlobProvider';

const accountsPath = `${azureGroupPath}/Microsoft.Storage/storageAccounts`;
const own = 'fabrique.social.gouv.fr';

const createProvider = () =>
  azureBlobProvider({
    config: new ConfigReader({}),
    logger: mockServices.logger.mock(),
    thresholds: defaultThresholds,
    tuning: {},
    azure: createTestAzureConnection(),
  })!;

const entityOf = (annotations: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'mon-app', annotations },
  spec: { type: 'website' },
});

describe('azureBlobProvider', () => {
  const msw = setupServer(...azureSignInHandlers);
  registerMswTestHooks(msw);

  it('reads the annotations of the environment', () => {
    const provider = createProvider();
    const targetOf = (
      annotations: Record<string, string>,
      environment: Environment = 'prod',
    ) => provider.toTarget(entityOf(annotations), environment);
    const annotations = {
      [`${own}/azure-storage-account`]: 'cdtndev',
      [`${own}/azure-storage-account.prod`]: 'cdtnprod',
      [`${own}/azure-storage-containers`]: 'contenus, exports',
      [`${own}/azure-storage-public-containers.prod`]: 'medias',
    };
    expect(targetOf(annotations)).toEqual({
      account: 'cdtnprod',
      containers: ['contenus', 'exports'],
      publicContainers: ['medias'],
    });
    expect(targetOf(annotations, 'preprod')).toEqual({
      account: 'cdtndev',
      containers: ['contenus', 'exports'],
      publicContainers: [],
    });
    expect(
      targetOf({ [`${own}/azure-storage-containers`]: 'contenus' }),
    ).toEqual({
      account: 'monappprod',
      containers: ['contenus'],
      publicContainers: [],
    });
    // What is public says nothing of where it is.
    expect(
      targetOf({ [`${own}/azure-storage-public-containers`]: 'medias' }),
    ).toBe(undefined);
    expect(() =>
      targetOf({ [`${own}/azure-storage-public-containers`]: 'Médias' }),
    ).toThrow(expect.objectContaining({ kind: 'misconfigured-link' }));
    expect(provider.describe({ account: 'x', publicContainers: [] })).toEqual({
      title: 'x',
      url: `https://portal.example.com/#@00000000-0000-4000-8000-0000000000aa/resource${accountsPath}/x/overview`,
    });
  });

  it('derives the account and the container of an application from the naming rules', () => {
    const derive = (
      annotations: Record<string, string>,
      environment: Environment,
    ) => createProvider().deriveTarget!(entityOf(annotations), environment);
    expect(derive({}, 'prod')).toEqual({
      account: 'monappprod',
      own: { container: 'mon-app-prod', others: [] },
      publicContainers: [],
    });
    expect(
      derive(
        { [`${own}/azure-storage-public-containers`]: 'medias' },
        'preprod',
      ),
    ).toEqual({
      account: 'monappdev',
      own: { container: 'mon-app-preprod', others: ['mon-app-dev'] },
      publicContainers: ['medias'],
    });
    expect(derive({ [`${own}/preset`]: 'gen2-ovh' }, 'prod')).toBe(undefined);
  });

  it('asks an account once for the environments that share it, and says what is not there', async () => {
    const asked: string[] = [];
    const id = `${accountsPath}/monappdev`;
    const answers: Record<string, object> = {
      [accountsPath]: { value: [{ id, name: 'monappdev' }] },
      [`${id}/blobServices/default`]: { properties: {} },
      [`${id}/blobServices/default/containers`]: {
        value: ['mon-app-dev', 'mon-app-preprod', 'depots'].map(name => ({
          name,
          properties: { publicAccess: 'None' },
        })),
      },
      [`${id}/managementPolicies/default`]: {
        properties: { policy: { rules: [] } },
      },
      [`${id}/blobServices/default/providers/Microsoft.Insights/metrics`]: {
        value: [],
      },
    };
    msw.use(
      http.get(`${azureUrl}/*`, ({ request }) => {
        const { pathname } = new URL(request.url);
        asked.push(pathname);
        return answers[pathname]
          ? HttpResponse.json(answers[pathname])
          : HttpResponse.json({}, { status: 404 });
      }),
    );
    const provider = createProvider();
    const load = (name: string, environment: Environment) =>
      provider.load(
        provider.deriveTarget!(
          { ...entityOf({}), metadata: { name } },
          environment,
        )!,
        { signal: new AbortController().signal },
      );

    const views = await Promise.all([
      load('mon-app', 'dev'),
      load('mon-app', 'preprod'),
    ]);
    expect(
      views.map(({ containers }) =>
        (containers as { name: string }[]).map(({ name }) => name),
      ),
    ).toEqual([
      ['depots', 'mon-app-dev'],
      ['depots', 'mon-app-preprod'],
    ]);
    for (const missing of [load('mon-app', 'prod'), load('monapp', 'dev')]) {
      await expect(missing).rejects.toMatchObject({
        name: 'UpstreamError',
        kind: 'not-found',
      });
    }
    expect(asked.sort()).toEqual(
      [
        ...Object.keys(answers),
        // The requests, beside the size.
        `${id}/blobServices/default/providers/Microsoft.Insights/metrics`,
      ].sort(),
    );
  });
});
