import { setTimeout as sleep } from 'timers/promises';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_ORIGIN_LOCATION,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import {
  CatalogService,
  locationSpecToMetadataName,
} from '@backstage/plugin-catalog-node';
import { defineEnsureAction, EnsuredResource, EnsureKernel } from '../ensure';
import { computeNames } from '../naming/computeNames';
import { examples } from './createCatalogComponentEnsureAction.examples';

const id = 'fabrique:catalog:component:ensure';
const readWithinMs = 60_000;
const askAgainMs = 5_000;

/**
 * Creates the action `fabrique:catalog:component:ensure`. Unlike `catalog:register`, it ends well when
 * the file is registered already, and only once the component's page can be opened.
 *
 * @public
 */
export function createCatalogComponentEnsureAction(options: {
  kernel: EnsureKernel;
  catalog: CatalogService;
  config: Config;
}) {
  return defineEnsureAction({
    id,
    kernel: options.kernel,
    description:
      'Makes sure that a catalog-info.yaml is registered in the catalog, and waits until its component can be seen there.',
    examples,
    schema: {
      input: {
        entityRef: z =>
          z.string().describe('The component, as component:default/mon-app.'),
        catalogInfoUrl: z =>
          z
            .string()
            .url()
            .describe('Address of its catalog-info.yaml in the repository.'),
      },
      output: {
        entityRef: z => z.string().describe('The component in the catalog.'),
      },
    },
    async prepare({ entityRef, catalogInfoUrl }, context) {
      const ref = stringifyEntityRef(
        parseEntityRef(entityRef, {
          defaultKind: 'component',
          defaultNamespace: 'default',
        }),
      );
      const component = createComponentResource({
        catalog: options.catalog,
        credentials: await context.getInitiatorCredentials(),
        ref,
        catalogInfoUrl,
      });
      return {
        application: computeNames(options.config, parseEntityRef(ref).name)
          .repository,
        resources: [component],
        toOutputs: () => ({ entityRef: ref }),
      };
    },
  });
}

function createComponentResource(wish: {
  catalog: CatalogService;
  credentials: BackstageCredentials;
  ref: string;
  catalogInfoUrl: string;
}): EnsuredResource<{ origin?: string; isThere: boolean }, string> {
  const { catalog, credentials, ref, catalogInfoUrl } = wish;
  const location = { type: 'url', target: catalogInfoUrl };
  const locationRef = `location:default/${locationSpecToMetadataName(
    location,
  )}`;
  const askToReadAgain = async () => {
    for (const entityRef of [locationRef, ref]) {
      try {
        await catalog.refreshEntity(entityRef, { credentials });
      } catch {
        // The catalog knows of none yet: it reads it of its own accord.
      }
    }
  };
  const read = async () => {
    const entity = await catalog.getEntityByRef(ref, { credentials });
    return {
      isThere: entity !== undefined,
      origin: entity?.metadata.annotations?.[ANNOTATION_ORIGIN_LOCATION],
    };
  };
  return {
    key: `catalog/${ref}`,
    title: ref,
    ledger: { type: 'catalog-location' },
    read,
    plan({ isThere, origin }) {
      if (!isThere) return { verb: 'create', detail: catalogInfoUrl };
      if (!origin || origin === `url:${catalogInfoUrl}`) {
        return { verb: 'nothing', detail: 'is in the catalog' };
      }
      return {
        verb: 'conflict',
        detail: `The catalog has ${ref} from ${origin} already. Choose another name.`,
      };
    },
    async apply(_found, call) {
      let isKnown = false;
      try {
        await catalog.addLocation(location, { credentials });
      } catch (error) {
        if (!isConflict(error)) throw error;
        isKnown = true;
      }
      const deadline = Date.now() + readWithinMs;
      let askAt = Date.now();
      while (!(await read()).isThere) {
        // An earlier try registered it. A catalog that was killed while it read looks again only minutes later.
        if (isKnown && Date.now() >= askAt) {
          await askToReadAgain();
          askAt = Date.now() + askAgainMs;
        }
        if (Date.now() > deadline) {
          throw new Error(
            `The catalog has not read ${catalogInfoUrl} within ${
              readWithinMs / 1000
            } s. Its page of errors says why.`,
          );
        }
        await sleep(300, undefined, { signal: call.signal });
      }
      return ref;
    },
    refer: () => ref,
    locate: () => catalogInfoUrl,
  };
}

function isConflict(error: unknown): boolean {
  const { name, response } = error as {
    name?: string;
    response?: { status?: number };
  };
  return name === 'ConflictError' || response?.status === 409;
}
