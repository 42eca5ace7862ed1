import { gitlabVerdictWords } from '@socialgouv/backstage-plugin-fabrique-common';

/** What the page says of GitLab. */
export const gitlabWords = {
  ...gitlabVerdictWords,
  /** The linked thing as the subject of a sentence. */
  thing: 'GitLab project {{name}}',
  /** The linked thing as that to which one has access. */
  access: 'project {{name}}',
  succeeded: 'the last pipeline of {{ref}} succeeded',
  latest: 'the last pipeline of {{ref}}: {{status}}',
  inProgress: 'a pipeline of {{ref}} is running',
  nothing: 'no pipeline yet',
  rows: 'Last pipelines',
  stages: 'Stages of the last pipeline of {{ref}}',
  mirrorFresh: 'mirror up to date',
  mirrorCopied: 'mirror copied {{time}}',
  orphans_one: '{{count, number}} branch exists only in the mirror',
  orphans_other: '{{count, number}} branches exist only in the mirror',
  deployed: '{{environment}} deployed {{time}}',
  failedJob: 'The job {{name}} failed',
  status: {
    created: 'created',
    waiting_for_resource: 'waiting',
    preparing: 'preparing',
    pending: 'pending',
    running: 'running',
    success: 'succeeded',
    failed: 'failed',
    canceled: 'canceled',
    skipped: 'skipped',
    manual: 'waiting for someone',
    scheduled: 'scheduled',
  },
} as const;
