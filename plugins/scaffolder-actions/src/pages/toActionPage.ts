import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { listFailures } from './actionFailures';

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
    '## When it fails',
    toTable(['what went wrong', 'what to do'], listFailures(action)),
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
