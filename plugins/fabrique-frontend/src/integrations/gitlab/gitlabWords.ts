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
  /** Beside the colour of a pipeline. */
  pipelineLacks_one: 'This pipeline lacks the last commit of GitHub',
  pipelineLacks_other:
    'This pipeline lacks the last {{count, number}} commits of GitHub',
  mirrorFresh: 'mirror up to date ({{head}})',
  mirroredHead: 'mirror at {{mirror}}',
  heads: 'GitHub at {{source}}, mirror at {{mirror}}',
  behindSince: 'first missing commit {{time}}',
  mirrorCopied: 'mirror copied {{time}}',
  mirrorError: 'Last error: {{error}}',
  orphans_one: 'One branch exists only in the mirror: {{branches}}.',
  orphans_other:
    '{{count, number}} branches exist only in the mirror: {{branches}}.',
  otherOrphans_one: '{{count, number}} other',
  otherOrphans_other: '{{count, number}} others',
  deployed: '{{environment}}: {{ref}} deployed {{time}}',
  /** The button that has the mirror copied, and what becomes of it. */
  run: {
    button: 'Run the mirror again',
    running: 'GitLab is copying the repository…',
    finished: 'The mirror is up to date.',
    stillRunning: 'GitLab is still copying: this card will show the outcome.',
    failed: 'The copy failed.',
    failedBecause: 'The copy failed: {{error}}',
    refused: 'You may not run this mirror. Ask its owner or the SRE team.',
    portalFailed: 'The portal could not run the mirror. Try again.',
  },
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
