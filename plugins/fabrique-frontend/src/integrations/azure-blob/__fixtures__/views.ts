import { AzureBlobView } from '@socialgouv/backstage-plugin-fabrique-common';
import { toHours } from '../../../__fixtures__/series';

const gibibyte = 1024 ** 3;

const base = {
  account: 'domifaprod',
  sku: 'Standard_ZRS',
  containers: [
    { name: 'medias', publicAccess: 'files', isDeclaredPublic: true },
    {
      name: 'domifa-prod',
      publicAccess: 'none',
      isDeclaredPublic: false,
      lastModifiedAt: '2026-11-18T10:00:00Z',
    },
  ],
  missingContainers: [],
  usedBytes: 41.2 * gibibyte,
  blobCount: 12_300,
  softDeleteDays: 30,
  containerSoftDeleteDays: 7,
  keepsVersions: true,
  lifecycleRules: [
    { name: 'purge', isEnabled: true, deleteAfterDays: 365 },
    { name: 'archives', isEnabled: false, moveAfterDays: 30 },
  ],
  corsOrigins: ['https://domifa.example'],
  isAccountKeyAllowed: false,
  requests: {
    accountKey: 0,
    sharedAccessSignature: 80,
    identity: 1200,
    anonymous: 4,
  },
  requestsByHour: toHours([
    12, 8, 6, 5, 5, 9, 22, 48, 80, 96, 102, 98, 70, 82, 101, 104, 96, 74, 52,
    44, 40, 36, 60, 34,
  ]),
  areMetricsReadable: true,
} satisfies AzureBlobView;

const silent = {
  usedBytes: undefined,
  blobCount: undefined,
  requests: undefined,
  requestsByHour: [],
};

export const azureBlobViews = {
  ok: base,
  empty: {
    account: 'nouveau',
    containers: [],
    missingContainers: [],
    softDeleteDays: 7,
    containerSoftDeleteDays: 0,
    keepsVersions: false,
    lifecycleRules: [],
    corsOrigins: [],
    isAccountKeyAllowed: true,
    requests: {
      accountKey: 0,
      sharedAccessSignature: 0,
      identity: 0,
      anonymous: 0,
    },
    requestsByHour: [],
    areMetricsReadable: true,
  },
  publicContainer: {
    ...base,
    containers: [
      {
        name: 'exports',
        publicAccess: 'files-and-list',
        isDeclaredPublic: false,
      },
      ...base.containers,
    ],
    missingContainers: ['depots'],
  },
  unsafe: {
    ...base,
    softDeleteDays: 0,
    containerSoftDeleteDays: 0,
    isAccountKeyAllowed: true,
    requests: { ...base.requests, accountKey: 76 },
    corsOrigins: ['https://a.example', 'https://b.example', 'https://c.example'],
  },
  everySite: { ...base, corsOrigins: ['*'], lifecycleRules: [] },
  unreadable: { ...base, ...silent, areMetricsReadable: false },
} satisfies Record<string, AzureBlobView>;
