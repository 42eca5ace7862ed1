import { FailureKind } from '@socialgouv/backstage-plugin-fabrique-common';
import { remedies } from '../ensure/describeFailure';

/** What went wrong, and what to do. */
export type FailureRow = [problem: string, remedy: string];

const upstreamFailures: Record<
  Exclude<FailureKind, 'misconfigured-link'>,
  string
> = {
  auth: 'An upstream rejects the credentials (401)',
  forbidden: 'An upstream refuses (403)',
  'not-found': 'Something is not there (404)',
  'rate-limited': 'Too many requests (429)',
  timeout: 'An upstream does not answer in time',
  unavailable: 'An upstream is down (500)',
  network: 'An upstream cannot be reached',
  'invalid-response':
    'An upstream refuses the request, or an operation that it began fails',
};

const ofUpstreams = Object.entries(upstreamFailures).map(
  ([kind, problem]): FailureRow => [problem, remedies[kind as FailureKind]],
);

const notConnected: FailureRow = [
  'The portal is not connected to a system that the action needs',
  'Set the key of the configuration that the message names.',
];

/** Of the actions that make things, in the words of their kernel. */
const ofKernel: FailureRow[] = [
  notConnected,
  [
    'What is asked for belongs to somebody else',
    'Nothing was changed. Choose another name, or ask the owner that the message names.',
  ],
  [
    'What is asked for exists, and nothing says whose it is',
    'Nothing was changed. If it is the application’s, have somebody who may adopt it run the action with `adopt: true`.',
  ],
  [
    'Another task makes the same thing at this moment',
    'Wait until that task, which the message names, has ended.',
  ],
  [
    'A rule of `fabrique.policy` or a quota of `fabrique.quotas` forbids it',
    'Nothing was changed. Ask the group that the message names for an exception.',
  ],
  [
    'Those who were to approve the plan refuse it',
    'Nothing was changed by this step. The message has their reason.',
  ],
  [
    'The portal is stopped, or the task is cancelled, half way',
    'Run the task again to go on, or undo it with `fabrique:task:undo`.',
  ],
];

/** Of the actions that make nothing of their own. */
const ofOthers: Record<string, FailureRow[]> = {
  'fabrique:names:compute': [
    [
      'The name breaks a rule of names',
      'Nothing was created. Choose a name as the message says.',
    ],
    [
      'The name is held by another team',
      'Nothing was created. Choose another name, or ask the team that the message names.',
    ],
    [
      'The team is not in the catalog',
      'Choose an existing team, or ask the SRE team to add it.',
    ],
    ...ofUpstreams,
  ],
  'fabrique:ci:shared:write': [
    [
      'The `.gitlab-ci.yml` of the workspace is not valid YAML',
      'Correct it where the message says, and run the task again.',
    ],
  ],
  'fabrique:catalog:annotate': [
    notConnected,
    [
      'The repository has no such file',
      'Add the application to the catalog first, or give the `path` of the file.',
    ],
    [
      'The file cannot be annotated, or the annotations are wrong',
      'Nothing was written. Correct what the message names.',
    ],
    ...ofUpstreams,
  ],
  'fabrique:task:undo': [
    [
      'The ledger has nothing that the task made',
      'Check the id of the task, at the end of the address of its page.',
    ],
    [
      'The task is somebody else’s',
      'Ask the person whom the message names, or a member of the group of operations.',
    ],
    [
      'Something holds data',
      'Nothing was removed. Save the data, and write the name into `names` to lose it.',
    ],
    [
      'Something is in use, or holds what others put there',
      'Nothing was removed. Take that away first, as the message says.',
    ],
    [
      'It is stopped half way',
      'Run the task again: what is gone stays gone, and the rest follows.',
    ],
    ...ofUpstreams,
  ],
};

/**
 * How an action can fail.
 *
 * @throws Error for an action that is neither of the kernel nor in the list of the others.
 */
export function listFailures(action: {
  id: string;
  prepare?: unknown;
}): FailureRow[] {
  if (action.prepare) return [...ofUpstreams, ...ofKernel];
  const rows = ofOthers[action.id];
  if (!rows) throw new Error(`Say how ${action.id} can fail`);
  return rows;
}
