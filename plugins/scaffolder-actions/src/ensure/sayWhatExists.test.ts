import { LedgerEntry } from '@socialgouv/backstage-plugin-fabrique-common';
import { AnyEnsuredResource, PlanVerb } from './EnsuredResource';
import { formatSituation } from './sayWhatExists';

const undoUrl = 'https://portal.example/undo';

const toGoOn = [
  expect.stringMatching(/^To go on: .* press "Réessayer"/),
  expect.stringMatching(/^ {2}What exists is kept/),
];
const toUndo = [
  'To undo it instead, open:',
  '  https://portal.example/undo',
  expect.stringMatching(/^ {2}It takes away what this task created or began/),
  expect.stringMatching(/^ {2}What the task took over stays/),
];

const entry = (more: Partial<LedgerEntry>): LedgerEntry => ({
  id: '1',
  key: 'things/egg',
  type: 'thing',
  title: 'thing egg',
  application: 'SocialGouv/us',
  taskId: 't',
  stepId: 's',
  actionId: 'a',
  verb: 'create',
  state: 'made',
  createdAt: '2026-11-02T08:00:00Z',
  ...more,
});

const planned = (name: string, verb: PlanVerb) => ({
  resource: {
    key: `things/${name}`,
    title: `thing ${name}`,
  } as AnyEnsuredResource,
  found: {},
  plan: { verb },
});

describe('what a task that stopped says', () => {
  it.each<[string, Parameters<typeof formatSituation>, unknown[]]>([
    [
      'nothing was made',
      [[], { done: [], left: [] }, undoUrl],
      [
        'This task has made nothing so far.',
        ...toGoOn,
        'There is nothing to undo.',
      ],
    ],
    [
      'a step before made something, and this one was refused',
      [
        [entry({ location: 'https://upstream.example/egg' })],
        { done: [], left: [] },
        undoUrl,
      ],
      [
        'What this task has made so far, in all its steps:',
        '  created     thing egg https://upstream.example/egg',
        ...toGoOn,
        ...toUndo,
      ],
    ],
    [
      'it took over, changed, and left alone',
      [
        // The id of something in Azure is no page.
        [entry({ verb: 'adopt', location: '/subscriptions/1' })],
        {
          done: [
            planned('egg', 'adopt'),
            planned('salt', 'update'),
            planned('tea', 'nothing'),
          ],
          left: [planned('toast', 'create'), planned('jam', 'nothing')],
        },
        undoUrl,
      ],
      [
        'What this task has made so far, in all its steps:',
        '  taken over  thing egg',
        'What it changed, and an undo does not take back:',
        '  thing salt',
        'What is still to be made:',
        '  thing toast',
        ...toGoOn,
        'There is nothing to undo.',
      ],
    ],
    [
      'the ledger does not answer',
      [
        undefined,
        {
          done: [planned('egg', 'create'), planned('tea', 'nothing')],
          left: [],
        },
        undoUrl,
      ],
      [
        'What this step did (the ledger of the portal does not answer, and may know of more):',
        '  thing egg',
        ...toGoOn,
        ...toUndo,
      ],
    ],
  ])('%s', (_case, input, lines) => {
    expect(formatSituation(...input)).toEqual(lines);
  });
});
