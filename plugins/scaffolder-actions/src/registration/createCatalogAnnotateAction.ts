import { mkdir, readFile, writeFile } from 'fs/promises';
import { dirname } from 'path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { GithubProvisioner } from '@socialgouv/backstage-plugin-fabrique-node';
import { explained } from '../ensure';
import { requireConfigured } from '../requireConfigured';
import { annotateCatalogInfo } from './annotateCatalogInfo';
import { examples } from './createCatalogAnnotateAction.examples';

const id = 'fabrique:catalog:annotate';

/**
 * Creates the action `fabrique:catalog:annotate`. It writes to the workspace alone, and so does the same
 * in a dry run: a pull request or a push brings the file to the repository.
 *
 * @public
 */
export function createCatalogAnnotateAction(options: {
  github: GithubProvisioner | undefined;
}) {
  return createTemplateAction({
    id,
    description:
      'Writes annotations into the catalog-info.yaml of an application, and leaves comments, order and everything else as they are. The file comes from the workspace or, if that has none, from the default branch of the repository; the result is in the workspace, ready for a pull request. What `fabrique lint` would refuse is refused.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        name: z => z.string().describe('Name of the repository.'),
        annotations: z =>
          z
            .record(z.union([z.string(), z.number()]))
            .describe(
              'Annotations by name. Their values are texts; numbers become texts.',
            ),
        entityRef: z =>
          z
            .string()
            .optional()
            .describe(
              'The entity, as component:domifa; by default the first component of the file.',
            ),
        path: z =>
          z
            .string()
            .optional()
            .describe('Path of the file; by default catalog-info.yaml.'),
      },
      output: {
        path: z => z.string().describe('Path of the file in the workspace.'),
        changed: z =>
          z
            .array(z.string())
            .describe('Names of the annotations that are new or different.'),
      },
    },
    async handler(ctx) {
      const {
        name,
        annotations,
        entityRef,
        path = 'catalog-info.yaml',
      } = ctx.input;
      const github = requireConfigured(options.github, id, 'GitHub', 'github');
      const target = resolveSafeChildPath(ctx.workspacePath, path);
      const repository = `${github.organization}/${name}`;
      const place = `${id} could not look at ${path} of ${repository}`;
      const source =
        (await readOptionalFile(target)) ??
        (await explained(place, 'Nothing was changed; run it again then.', () =>
          github.files.readText(name, path, { signal: ctx.signal }),
        ));
      if (source === undefined) {
        throw new InputError(
          `${place}: ${repository} has no file ${path} on its default branch. Add the application to the catalog first. Then run it again.`,
        );
      }
      const { text, changes } = annotateCatalogInfo(
        source,
        Object.fromEntries(
          Object.entries(annotations).map(([key, value]) => [
            key,
            String(value),
          ]),
        ),
        entityRef
          ? parseEntityRef(entityRef, { defaultKind: 'component' })
          : undefined,
      );
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, text);
      ctx.logger.info(
        [
          changes.length > 0
            ? `Annotations written into ${path}:`
            : `${path} has all annotations already.`,
          ...changes.map(
            change =>
              `  ${change.name}: ${change.value}${
                change.before === undefined ? '' : ` (was ${change.before})`
              }`,
          ),
        ].join('\n'),
      );
      ctx.output('path', path);
      ctx.output(
        'changed',
        changes.map(change => change.name),
      );
    },
  });
}

async function readOptionalFile(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    // A file that the workspace lacks is in the repository.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
