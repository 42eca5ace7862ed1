import { identity } from '../../azure/identity';
import {
  environments,
  hasPublicContainer,
  publicContainer,
  toAzureNames,
} from '../../fleet/azureNames';
import { fleet, FleetApp } from '../../fleet/fleet';
import { toFraction } from '../../fleet/stableNoise';
import { AccountDocument } from './storageState';

const gibibyte = 1024 ** 3;

const toStorage = (app: FleetApp, environment: (typeof environments)[number]) =>
  toAzureNames(app, environment).storage;

/** How many requests a seeded account gets in an hour at noon, by the way in which they sign in. */
export function toUsualRequests(name: string): Record<string, number> {
  const app = fleet.find(one => toStorage(one, 'prod').account === name);
  if (!app) return { OAuth: 6 };
  const usual = 12 + (app.dailyVisits ?? 0) / 40;
  return {
    OAuth: usual,
    SAS: usual / 8,
    ...(hasPublicContainer(app) && { Anonymous: usual / 3 }),
    ...(app.scenarios.includes('account-key') && { AccountKey: 4 }),
  };
}

function toAccount(app: FleetApp, stage: 'dev' | 'prod'): AccountDocument {
  const isProduction = stage === 'prod';
  const has = (scenario: FleetApp['scenarios'][number]) =>
    isProduction && app.scenarios.includes(scenario);
  const isOpen = has('public-container');
  const isDeclared = isProduction && hasPublicContainer(app);
  const usual = 2 + 30 * toFraction('storage', app.name);
  const createdAt = '2023-05-09T07:52:40.000Z';
  return {
    name: toStorage(app, stage).account,
    location: identity.location,
    tags: { project: app.name },
    sku: { name: isProduction ? 'Standard_ZRS' : 'Standard_LRS' },
    kind: 'StorageV2',
    createdAt,
    properties: {
      allowBlobPublicAccess: isOpen || isDeclared,
      allowSharedKeyAccess: app.scenarios.includes('account-key'),
    },
    blobService: {
      cors: {
        corsRules: [
          {
            allowedOrigins: [`https://${app.host}`],
            allowedMethods: ['GET', 'HEAD', 'PUT', 'OPTIONS'],
            allowedHeaders: ['*'],
            exposedHeaders: ['*'],
            maxAgeInSeconds: 3600,
          },
        ],
      },
      deleteRetentionPolicy: has('no-soft-delete')
        ? { enabled: false }
        : { enabled: true, days: isProduction ? 30 : 7 },
      containerDeleteRetentionPolicy: { enabled: true, days: 7 },
    },
    ...(isProduction && {
      lifecycleRules: [
        {
          enabled: true,
          name: 'purge-exports',
          type: 'Lifecycle',
          definition: {
            actions: {
              baseBlob: { delete: { daysAfterModificationGreaterThan: 365 } },
            },
            filters: { blobTypes: ['blockBlob'], prefixMatch: ['exports/'] },
          },
        },
      ],
    }),
    seed: {
      sizeBytes: Math.round(gibibyte * usual * (isProduction ? 1 : 0.1)),
      blobCount: Math.round(usual * (isProduction ? 310 : 40)),
      containers: [
        ...environments
          .map(environment => toAzureNames(app, environment))
          .filter(names => names.stage === stage)
          .map(({ storage }) => ({ name: storage.container })),
        ...(isDeclared
          ? [{ name: publicContainer, publicAccess: 'blob' as const }]
          : []),
        ...(isOpen
          ? [{ name: 'exports', publicAccess: 'container' as const }]
          : []),
      ],
    },
  };
}

/** The accounts of the applications that keep files: those with a database. */
export function listSeededAccounts(): [string, AccountDocument][] {
  return fleet
    .filter(({ database }) => database !== undefined)
    .flatMap(app => [toAccount(app, 'dev'), toAccount(app, 'prod')])
    .map(account => [account.name, account]);
}
