import { nextcloudVerdictWords } from '@socialgouv/backstage-plugin-fabrique-common';

/** What the page says of NextCloud. */
export const nextcloudWords = {
  ...nextcloudVerdictWords,
  /** The linked thing as the subject of a sentence. */
  thing: 'NextCloud folder {{name}}',
  /** The linked thing as that to which one has access. */
  access: 'folder {{name}}',
  empty: 'the folder is empty',
  size: 'the folder holds {{size}}',
  sizeUnknown: 'NextCloud has not summed up the size of the folder yet',
  quota: 'quota: {{used}} of {{limit}} ({{percent}})',
  noQuota: 'no quota',
  entries_one: '{{count, number}} folder or file',
  entries_other: '{{count, number}} folders and files',
  shared: 'shared with {{names}}',
  unshared: 'shared with nobody',
  membersUnknown: 'the portal may not see with whom it is shared',
  group: '{{name}} (group)',
  reader: '{{name}} (may read)',
  groupOfReaders: '{{name}} (group, may read)',
  others_one: '{{count, number}} other',
  others_other: '{{count, number}} others',
  links_one: '{{count, number}} public link',
  links_other: '{{count, number}} public links',
  rows: 'Last changes',
} as const;
