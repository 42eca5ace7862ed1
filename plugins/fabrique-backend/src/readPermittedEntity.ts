import {
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import express from 'express';

/** What a route about an entity needs. */
export interface EntityRouteServices {
  catalog: CatalogService;
  httpAuth: HttpAuthService;
  permissions: Pick<PermissionsService, 'authorize'>;
}

/**
 * Reads the entity of a route with the caller's own credentials, after the permission for what the route
 * does with it.
 *
 * @throws NotAllowedError saying `refusal` and the entity, without the permission.
 * @throws NotFoundError if the caller sees no such entity.
 */
export async function readPermittedEntity(
  services: EntityRouteServices,
  options: {
    request: express.Request<{ kind: string; namespace: string; name: string }>;
    permission: ResourcePermission<'catalog-entity'>;
    /** `You may not see the services of` */
    refusal: string;
    /** What changes something is for people, not for other plugins. */
    usersOnly?: true;
  },
): Promise<Entity> {
  const { request, usersOnly } = options;
  const credentials = await services.httpAuth.credentials(request as never, {
    allow: usersOnly ? ['user'] : ['user', 'service'],
  });
  const entityRef = stringifyEntityRef(request.params);
  return readEntityFor(credentials, services, { ...options, entityRef });
}

/**
 * Reads an entity for the bearer of the credentials, after a permission on it.
 *
 * @throws NotAllowedError saying `refusal` and the entity, without the permission.
 * @throws NotFoundError if they see no such entity.
 */
export async function readEntityFor(
  credentials: BackstageCredentials,
  services: Pick<EntityRouteServices, 'catalog' | 'permissions'>,
  options: {
    entityRef: string;
    permission: ResourcePermission<'catalog-entity'>;
    refusal: string;
  },
): Promise<Entity> {
  const { catalog, permissions } = services;
  const { entityRef, permission, refusal } = options;
  // Side by side: each is a call to another plugin. Nothing of the entity is told before both are there.
  const [[decision], entity] = await Promise.all([
    permissions.authorize([{ permission, resourceRef: entityRef }], {
      credentials,
    }),
    catalog.getEntityByRef(entityRef, { credentials }),
  ]);
  if (decision.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(`${refusal} ${entityRef}`);
  }
  if (!entity) throw new NotFoundError(`There is no ${entityRef}`);
  return entity;
}
