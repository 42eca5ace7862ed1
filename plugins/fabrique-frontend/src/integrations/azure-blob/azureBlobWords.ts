import { azureBlobVerdictWords } from '@socialgouv/backstage-plugin-fabrique-common';

/** What the page says of a storage account of Azure. */
export const azureBlobWords = {
  ...azureBlobVerdictWords,
  /** The linked thing as the subject of a sentence. */
  thing: 'Storage account {{name}}, or its container,',
  /** The linked thing as that to which one has access. */
  access: 'the storage account {{name}}',
  containers_one: '{{count, number}} container',
  containers_other: '{{count, number}} containers',
  nothing: 'no container yet',
  chart: 'Requests an hour over 24 h',
  value: 'Requests',
  requests_one: '24 h · {{count, number}} request',
  requests_other: '24 h · {{count, number}} requests',
  signedBy: {
    identity: '{{count, number}} by identity',
    sharedAccessSignature: '{{count, number}} by signed link (SAS)',
    accountKey: '{{count, number}} by account key',
    anonymous_one: '{{count, number}} anonymous',
    anonymous_other: '{{count, number}} anonymous',
  },
  size: 'whole account: {{size}}',
  files_one: '{{count, number}} file',
  files_other: '{{count, number}} files',
  sizeUnknown: 'size not told by Azure',
  softDelete_one: 'deleted files kept for {{count, number}} day',
  softDelete_other: 'deleted files kept for {{count, number}} days',
  noSoftDelete: 'no soft delete of files',
  containerSoftDelete_one: 'deleted containers kept for {{count, number}} day',
  containerSoftDelete_other:
    'deleted containers kept for {{count, number}} days',
  noContainerSoftDelete: 'no soft delete of containers',
  versions: 'earlier versions kept',
  noLifecycle: 'no lifecycle rule',
  cors: 'CORS: {{origins}}',
  corsEverySite: 'CORS open to every site',
  noCors: 'no CORS',
  keyAllowed: 'account key allowed',
  keyRefused: 'account key refused',
  rows: 'Containers and lifecycle rules',
  missing: 'does not exist',
  publicAccess: {
    none: 'private',
    files: 'public: files',
    'files-and-list': 'public: files and their list',
  },
  declared: 'declared so',
  changed: 'changed {{time}}',
  lifecycle: 'lifecycle',
  deleteAfter_one: 'deletes after {{count, number}} day',
  deleteAfter_other: 'deletes after {{count, number}} days',
  moveAfter_one: 'cool tier after {{count, number}} day',
  moveAfter_other: 'cool tier after {{count, number}} days',
  disabled: 'off',
  unreadable:
    'The portal may not read the measures of Azure Monitor: it needs the role Monitoring Reader. Sizes and requests are unknown.',
} as const;
