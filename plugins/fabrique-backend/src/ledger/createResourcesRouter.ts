import {
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { Config } from '@backstage/config';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  fabriqueServiceReadPermission,
  githubAnnotation,
  readNamingRules,
} from '@socialgouv/backstage-plugin-fabrique-common';
import express from 'express';
import Router from 'express-promise-router';
import { LedgerStore } from './LedgerStore';
import { RequestFollower } from './RequestFollower';

/** Makes the route that tells what the actions made for an entity. */
export function createResourcesRouter(options: {
  catalog: CatalogService;
  config: Config;
  httpAuth: HttpAuthService;
  ledger: LedgerStore;
  requests: RequestFollower;
  permissions: PermissionsService;
}): express.Router {
  const { catalog, httpAuth, ledger, permissions, requests } = options;
  const { githubOrganization } = readNamingRules(options.config);
  const router = Router();

  router.get(
    '/v1/entities/:kind/:namespace/:name/resources',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request);
      const entityRef = stringifyEntityRef(request.params);
      const [decision] = await permissions.authorize(
        [{ permission: fabriqueServiceReadPermission, resourceRef: entityRef }],
        { credentials },
      );
      if (decision.result !== AuthorizeResult.ALLOW) {
        throw new NotAllowedError(
          `You may not see the resources of ${entityRef}`,
        );
      }
      const entity = await catalog.getEntityByRef(entityRef, { credentials });
      if (!entity) throw new NotFoundError(`There is no ${entityRef}`);
      const application = toApplication(entity, githubOrganization);
      response.json({
        application,
        entries: await requests.follow(
          await ledger.list({ application, removed: true }),
        ),
      });
    },
  );

  return router;
}

/** The repository of an application: the one that its entity names, else that of its name. */
export function toApplication(entity: Entity, organization: string): string {
  return (
    entity.metadata.annotations?.[githubAnnotation.name]?.trim() ??
    `${organization}/${entity.metadata.name}`
  );
}
