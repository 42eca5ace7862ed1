import { readFileSync } from 'fs';
import { resolve } from 'path';
import { Entity, parseEntityRef } from '@backstage/catalog-model';
import { JsonObject, JsonValue } from '@backstage/types';
import { createTemplateRenderer } from 'nunjitsu';
import { parse } from 'yaml';
import { StartedActions } from './startActions';
import { TaskDouble } from './TaskDouble';

interface Step {
  id: string;
  action: string;
  if?: string;
  input: JsonObject;
}

/**
 * Runs the steps of one of the repository's templates with the scaffolder's own renderer and the suite's
 * actions, one after the other.
 *
 * @param options - `entity` is what `catalog:fetch` finds
 * @returns the links of its outputs.
 */
export async function runTemplate(
  actions: StartedActions,
  task: TaskDouble,
  options: { template: string; parameters: JsonObject; entity?: Entity },
): Promise<{ title: string; url?: string; entityRef?: string }[]> {
  const { template, parameters, entity } = options;
  const file = resolve(
    __dirname,
    `../../../../templates/${template}/template.yaml`,
  );
  const { spec } = parse(readFileSync(file, 'utf8')) as {
    spec: { steps: Step[]; output: { links: JsonObject[] } };
  };
  const renderer = createTemplateRenderer({
    filters: {
      parseEntityRef: ref => ({ ...parseEntityRef(String(ref)) }),
    },
  });
  const steps: Record<string, { output: JsonObject }> = {};
  const render = <T>(value: T): T => {
    const known = JSON.stringify({ parameters, steps });
    const context = renderer.prepareContext(JSON.parse(known));
    return JSON.parse(JSON.stringify(value), (_key, part) =>
      typeof part === 'string' ? renderer.renderValue(part, context) : part,
    );
  };
  for (const step of spec.steps) {
    if (step.if !== undefined && !render<JsonValue>(step.if)) continue;
    const output =
      step.action === 'catalog:fetch'
        ? { entity: entity as unknown as JsonObject }
        : await task.run(actions.action(step.action), render(step.input));
    steps[step.id] = { output };
  }
  return render(spec.output.links).filter(
    link => link.if === undefined || link.if,
  ) as { title: string }[];
}
