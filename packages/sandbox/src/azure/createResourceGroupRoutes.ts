import { Router } from 'express';
import { z } from 'zod/v4';
import { DocumentStore } from '../kernel/DocumentStore';
import { SandboxContext } from '../kernel/Facade';
import { ArmError, route } from './ArmError';
import { ArmOperations } from './ArmOperations';
import { identity } from './identity';
import { parseRequest } from './parseRequest';

/** A resource group as the sandbox keeps it. */
export interface ResourceGroupDocument {
  name: string;
  location: string;
  tags?: Record<string, string>;
}

const groupRequest = z.object({
  location: z.string(),
  tags: z.record(z.string(), z.string()).optional(),
});

const groupPath = '/subscriptions/:subscription/resourceGroups/:group';
const provider = 'Microsoft.Resources';

const toId = (name: string) =>
  `/subscriptions/${identity.subscriptionId}/resourceGroups/${name}`;

function toResource({ name, location, tags }: ResourceGroupDocument) {
  return {
    id: toId(name),
    name,
    type: `${provider}/resourceGroups`,
    location,
    tags,
    properties: { provisioningState: 'Succeeded' },
  };
}

/** The group of that name, in any case; throws Azure's 404. */
export function findGroup(
  groups: DocumentStore<ResourceGroupDocument>,
  name: string,
): ResourceGroupDocument {
  const group = groups.get(name.toLowerCase());
  if (!group)
    throw new ArmError(
      404,
      'ResourceGroupNotFound',
      `Resource group '${name}' could not be found.`,
    );
  return group;
}

/** The resource groups of the subscription; only that of the portal can have something in it. */
export function createResourceGroups(
  context: SandboxContext,
  /** What is in the portal's own group: `Microsoft.Storage/storageAccounts` and names. */
  listResources: () => { type: string; name: string; location: string }[],
) {
  const groups = context.documents<ResourceGroupDocument>(
    'azure-resource-groups',
  );
  const own = identity.resourceGroup;
  if (!groups.get(own)) {
    groups.put(own, { name: own, location: identity.location });
  }
  const operations = new ArmOperations<{ group: string }>(
    context,
    'azure-resource-group-operations',
    async ({ group }) => void groups.delete(group),
  );

  const router = Router();
  router.get(
    '/subscriptions/:subscription/resourceGroups',
    route((_req, res) => {
      res.json({ value: groups.list().map(toResource) });
    }),
  );
  router.get(
    groupPath,
    route((req, res) => {
      res.json(toResource(findGroup(groups, req.params.group)));
    }),
  );
  router.put(
    groupPath,
    route((req, res) => {
      const name = req.params.group;
      const { location, tags } = parseRequest(groupRequest, req.body);
      const known = groups.get(name.toLowerCase());
      if (known && known.location !== location)
        throw new ArmError(
          409,
          'InvalidResourceGroupLocation',
          `Invalid resource group location '${location}'. The Resource group already exists in location '${known.location}'.`,
        );
      const group = groups.put(name.toLowerCase(), {
        name: known?.name ?? name,
        location,
        tags,
      });
      res.status(known ? 200 : 201).json(toResource(group));
    }),
  );
  router.delete(
    groupPath,
    route((req, res) => {
      const { name } = findGroup(groups, req.params.group);
      if (name === own)
        throw new ArmError(
          409,
          'ScopeLocked',
          `The scope '${name}' cannot perform delete operation because following scope(s) are locked.`,
        );
      operations.accept(req, res, {
        provider,
        resourceId: toId(name),
        task: { group: name.toLowerCase() },
        durationMs: 500,
        polling: 'location',
      });
    }),
  );
  router.get(
    `${groupPath}/resources`,
    route((req, res) => {
      const { name } = findGroup(groups, req.params.group);
      res.json({
        value: (name === own ? listResources() : []).map(resource => ({
          id: `${toId(name)}/providers/${resource.type}/${resource.name}`,
          ...resource,
        })),
      });
    }),
  );
  return { router, operations, groups };
}
