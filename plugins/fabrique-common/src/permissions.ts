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
 * All permissions of the plugin.
 *
 * @public
 */
export const fabriquePermissions = [
  fabriqueServiceReadPermission,
  fabriqueResourceAdoptPermission,
];
