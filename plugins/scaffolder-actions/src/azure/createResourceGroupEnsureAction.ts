import { Config } from '@backstage/config';
import { AzureResourceGroups } from '@socialgouv/backstage-plugin-fabrique-node';
import { defineEnsureAction, EnsureKernel } from '../ensure';
import { computeNames } from '../naming/computeNames';
import { requireConfigured } from '../requireConfigured';
import { createResourceGroupResource } from './createResourceGroupResource';
import { examples } from './createResourceGroupEnsureAction.examples';

const id = 'fabrique:azure:resource-group:ensure';

/**
 * Creates the action `fabrique:azure:resource-group:ensure`.
 *
 * @public
 */
export function createResourceGroupEnsureAction(options: {
  kernel: EnsureKernel;
  config: Config;
  groups: AzureResourceGroups | undefined;
}) {
  return defineEnsureAction({
    id,
    kernel: options.kernel,
    description:
      "Makes sure of a resource group of the application in the portal's Azure subscription, tagged with the application. The suite's own actions put servers and accounts into the portal's group (`fabrique.azure.resourceGroup`); this one is for what a template creates beside them.",
    examples,
    schema: {
      input: {
        name: z => z.string().describe('Name of the application.'),
        resourceGroup: z =>
          z
            .string()
            .regex(
              /^[\w().-]{0,89}[\w()-]$/,
              'at most 90 letters, digits, and `_().-`, no dot at the end',
            )
            .optional()
            .describe('Name of the group. By default `rg-` and the name.'),
        location: z =>
          z
            .string()
            .optional()
            .describe(
              'Region of a new group: `francecentral`. By default that of the portal.',
            ),
      },
      output: {
        resourceGroup: z => z.string().describe('Name of the group.'),
        id: z => z.string().describe("Resource Manager's id of the group."),
      },
    },
    prepare({ name, resourceGroup, location }, ctx) {
      const groups = requireConfigured(options.groups, id, 'Azure', 'azure');
      const { repository } = computeNames(options.config, name);
      const group = createResourceGroupResource({
        groups,
        name: resourceGroup ?? `rg-${name}`,
        location,
        owner: { app: repository, task: ctx.task.id },
      });
      return {
        application: repository,
        resources: [group],
        toOutputs: references => ({
          resourceGroup: resourceGroup ?? `rg-${name}`,
          id: references(group.key) as string,
        }),
      };
    },
  });
}
