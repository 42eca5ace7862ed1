import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { FailureKind } from '@socialgouv/backstage-plugin-fabrique-common';
import { remedies } from '../ensure/describeFailure';

/** What of an action its page is made of. */
export interface DescribedAction {
  id: string;
  description?: string;
  examples?: TemplateExample[];
  supportsDryRun?: boolean;
  schema?: { input?: object; output?: object };
  /** Only actions of the kernel have it. */
  prepare?: unknown;
}

/** The part of JSON schema that zod writes. */
interface Field {
  type?: string | string[];
  description?: string;
  enum?: unknown[];
  const?: unknown;
  items?: Field;
  anyOf?: Field[];
  properties?: Record<string, Field>;
  required?: string[];
  additionalProperties?: boolean | Field;
}

const failures: Record<FailureKind, string> = {
  auth: 'An upstream rejects the credentials (401)',
  forbidden: 'An upstream refuses (403)',
  'not-found': 'Something is not there (404)',
  'rate-limited': 'Too many requests (429)',
  timeout: 'An upstream does not answer in time',
  unavailable: 'An upstream is down (500)',
  network: 'An upstream cannot be reached',
  'invalid-response':
    'An upstream refuses the request, or an operation that it began fails',
  'misconfigured-link': 'A link is wrong',
};

/** Failures of the portal's own, in the words of the kernel. */
const ownFailures = [
  [
    'The portal is not connected to a system that the action needs',
    'Set the key of the configuration that the message names.',
  ],
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
    'A rule of `fabrique.policy` forbids it',
    'Nothing was changed. Ask the group that the message names for an exception.',
  ],
  [
    'The portal is stopped, or the task is cancelled, half way',
    'Run the task again to go on, or undo it with `fabrique:task:undo`.',
  ],
];

/** The page of an action in the manual, as Markdown. */
export function toActionPage(action: DescribedAction): string {
  const { id, description = '', examples = [], schema } = action;
  return [
    `# ${id}`,
    description,
    action.supportsDryRun
      ? 'A dry run prints the plan and changes nothing.'
      : 'It has no dry run.',
    '## Input',
    toFields(schema?.input as Field | undefined, 'It takes no input.'),
    '## Output',
    toFields(schema?.output as Field | undefined, 'It gives no output.'),
    '## Examples',
    ...examples.flatMap(example => [
      example.description,
      ['```yaml', example.example.trim(), '```'].join('\n'),
    ]),
    ...(action.prepare ? ['## When it fails', toErrorTable()] : []),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/, '\n');
}

/** The list of all pages. */
export function toActionIndex(actions: readonly DescribedAction[]): string {
  return [
    '# Actions',
    'What a software template can ask for. Every action may be run again: it looks at what there is, says what it will do, and does the rest. What each makes is on the *Resources* card of the application, and can be undone.',
    'A message of an action that stops names the step and the resource, says what went wrong in the words of the upstream, and what to do. The log then lists what the task has made so far, in all its steps, and what is still to be made. *Retry* (*Réessayer*) on the page of the task goes on: what exists is kept, and only the rest is made. Backstage shows it for templates with `EXPERIMENTAL_recovery: { EXPERIMENTAL_strategy: startOver }`, as those of this repository have. A link in the log opens the template `undo`, filled in, which takes away what the task created.',
    toTable(
      ['action', 'what it does'],
      actions.map(({ id, description = '' }) => [
        `[${id}](${toFileName(id)})`,
        description.split(/(?<=\.) /)[0],
      ]),
    ),
    '',
  ].join('\n\n');
}

/** `fabrique:sentry:project:ensure` is described in `sentry-project-ensure.md`. */
export function toFileName(id: string): string {
  return `${id.split(':').slice(1).join('-')}.md`;
}

function toErrorTable(): string {
  return toTable(
    ['what went wrong', 'what to do'],
    [
      ...Object.entries(failures)
        .filter(([kind]) => kind !== 'misconfigured-link')
        .map(([kind, title]) => [title, remedies[kind as FailureKind]]),
      ...ownFailures,
    ],
  );
}

function toFields(schema: Field | undefined, empty: string): string {
  const fields = toRows(schema);
  return fields.length > 0
    ? toTable(['name', 'type', '', 'what it is'], fields)
    : empty;
}

function toRows(schema: Field | undefined, path = ''): string[][] {
  return Object.entries(schema?.properties ?? {}).flatMap(([name, field]) => {
    const isRequired = schema?.required?.includes(name);
    const full = path + name;
    const inner = [
      field.items?.properties ? field.items : field,
      ...(field.anyOf ?? []),
    ];
    return [
      [
        `\`${full}\``,
        toType(field),
        isRequired ? 'required' : '',
        field.description ?? '',
      ],
      ...inner.flatMap(part =>
        toRows(part, `${full}${field.items ? '[]' : ''}.`),
      ),
    ];
  });
}

function toType(field: Field): string {
  const { type, enum: values, items, anyOf } = field;
  if (values) return values.map(value => `\`${value}\``).join(', ');
  if (field.const !== undefined) return `\`${field.const}\``;
  if (anyOf) return anyOf.map(toType).join(' or ');
  if (type === 'array' && items) return `list of ${toType(items)}`;
  return [type ?? 'any'].flat().join(' or ');
}

function toTable(head: string[], rows: string[][]): string {
  const line = (cells: string[]) =>
    `| ${cells
      .map(cell => cell.replace(/\|/g, '\\|').replace(/\s+/g, ' '))
      .join(' | ')} |`;
  return [head, head.map(() => '---'), ...rows].map(line).join('\n');
}
