import { RESOURCE_TYPE_CATALOG_ENTITY } from '@backstage/plugin-catalog-common/alpha';
import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Allows to see how the services of an entity are doing.
 *
 * @public
 */
export const fabriqueServiceReadPermission = createPermission({
  name: 'fabrique.service.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * Allows to make an application the owner of something that exists and has none.
 *
 * @public
 */
export const fabriqueResourceAdoptPermission = createPermission({
  name: 'fabrique.resource.adopt',
  attributes: { action: 'update' },
});

/**
 * Allows to see the fleet: of the components that one may see, how their services are doing.
 *
 * @public
 */
export const fabriqueFleetReadPermission = createPermission({
  name: 'fabrique.fleet.read',
  attributes: { action: 'read' },
});

/**
 * Allows to have the GitLab mirror of an entity copy its source now.
 *
 * @public
 */
export const fabriqueGitlabMirrorRunPermission = createPermission({
  name: 'fabrique.gitlab-mirror.run',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CATALOG_ENTITY,
});

/**
 * All permissions of the plugin.
 *
 * @public
 */
export const fabriquePermissions = [
  fabriqueServiceReadPermission,
  fabriqueResourceAdoptPermission,
  fabriqueFleetReadPermission,
  fabriqueGitlabMirrorRunPermission,
];
