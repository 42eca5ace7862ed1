import { Config } from '@backstage/config';
import { NextcloudProvisioner } from '@socialgouv/backstage-plugin-fabrique-node';
import { defineEnsureAction, EnsureKernel } from '../../ensure';
import { computeNames } from '../../naming/computeNames';
import { requireConfigured } from '../../requireConfigured';
import {
  createFolderResource,
  createShareResource,
  FolderReference,
} from './createFolderResource';
import { examples } from './createNextcloudFolderEnsureAction.examples';

const id = 'fabrique:nextcloud:folder:ensure';

/**
 * Creates the action `fabrique:nextcloud:folder:ensure`.
 *
 * @public
 */
export function createNextcloudFolderEnsureAction(options: {
  kernel: EnsureKernel;
  config: Config;
  nextcloud: NextcloudProvisioner | undefined;
}) {
  return defineEnsureAction({
    id,
    kernel: options.kernel,
    description:
      "Makes sure of a folder on NextCloud, in the portal's account, and shares it with the groups of those who work in it. Who else it is shared with stays.",
    examples,
    schema: {
      input: {
        name: z => z.string().describe('Name of the application.'),
        path: z =>
          z
            .string()
            // Neither empty segments nor those that mean another folder.
            .regex(/^(?!.*(^|\/)\.{0,2}(\/|$))[^\\<>:"|?*]+$/)
            .optional()
            .describe(
              'Path of the folder: Produits/DomiFa. By default Produits and the name of the application.',
            ),
        groups: z =>
          z
            .array(z.string().min(1))
            .optional()
            .describe('Groups of NextCloud whose members work in it.'),
      },
      output: {
        path: z =>
          z
            .string()
            .describe(
              'Value of the annotation fabrique.social.gouv.fr/nextcloud-folder.',
            ),
        url: z => z.string().describe('Page of the folder.'),
      },
    },
    prepare({ name, path = `Produits/${name}`, groups = [] }, ctx) {
      const names = computeNames(options.config, name);
      const wish = {
        nextcloud: requireConfigured(
          options.nextcloud,
          id,
          'NextCloud',
          'nextcloud',
        ),
        path,
        owner: { app: names.repository, task: ctx.task.id },
      };
      const folder = createFolderResource(wish);
      const shares = [...new Set(groups)].map(group =>
        createShareResource(wish, group),
      );
      return {
        application: names.repository,
        resources: [folder, ...shares],
        toOutputs: references => references(folder.key) as FolderReference,
      };
    },
  });
}
