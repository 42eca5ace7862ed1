import {
  compatWrapper,
  convertLegacyRouteRef,
} from '@backstage/core-compat-api';
import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { ComponentType } from 'react';
import { fabriqueApiRef } from '../api/FabriqueApi';
import { FabriqueClient } from '../api/FabriqueClient';
import { createQueryClient, queryClientApiRef } from '../api/queryClient';
import {
  approvalsRouteRef,
  fleetRouteRef,
  servicesRouteRef,
  transverseServicesRouteRef,
} from '../routes';

const routes = {
  services: convertLegacyRouteRef(servicesRouteRef),
  fleet: convertLegacyRouteRef(fleetRouteRef),
  transverseServices: convertLegacyRouteRef(transverseServicesRouteRef),
  approvals: convertLegacyRouteRef(approvalsRouteRef),
};

/**
 * The plugin for apps of the old frontend system.
 *
 * @public
 */
export const fabriquePlugin = createPlugin({
  id: 'fabrique',
  routes,
  apis: [
    createApiFactory({
      api: fabriqueApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new FabriqueClient(fetchApi),
    }),
    createApiFactory({
      api: queryClientApiRef,
      deps: {},
      factory: createQueryClient,
    }),
  ],
});

/** The components are those of the new frontend system, with what it gives them. */
function inOldApp(Component: ComponentType) {
  return () => compatWrapper(<Component />);
}

/**
 * The tab *Fabrique* of an entity: a route of its layout, at the path `/fabrique`.
 *
 * @public
 */
export const EntityFabriqueContent = fabriquePlugin.provide(
  createRoutableExtension({
    name: 'EntityFabriqueContent',
    component: () =>
      import('./EntityFabriqueTab').then(m => inOldApp(m.EntityFabriqueTab)),
    mountPoint: routes.services,
  }),
);

/**
 * The card *Services* of the overview of an entity.
 *
 * @public
 */
export const EntityFabriqueServicesCard = fabriquePlugin.provide(
  createComponentExtension({
    name: 'EntityFabriqueServicesCard',
    component: {
      lazy: () =>
        import('../summary/ServicesCard').then(m => inOldApp(m.ServicesCard)),
    },
  }),
);

/**
 * The page of the fleet.
 *
 * @public
 */
export const FabriqueFleetPage = fabriquePlugin.provide(
  createRoutableExtension({
    name: 'FabriqueFleetPage',
    component: () =>
      import('../fleet/FleetPage').then(m => inOldApp(m.FleetPage)),
    mountPoint: routes.fleet,
  }),
);

/**
 * The page of the services that the teams share.
 *
 * @public
 */
export const FabriqueSharedServicesPage = fabriquePlugin.provide(
  createRoutableExtension({
    name: 'FabriqueSharedServicesPage',
    component: () =>
      import('../transverse/TransverseServicesPage').then(m =>
        inOldApp(m.TransverseServicesPage),
      ),
    mountPoint: routes.transverseServices,
  }),
);

/**
 * The page of plans that wait for approval.
 *
 * @public
 */
export const FabriqueApprovalsPage = fabriquePlugin.provide(
  createRoutableExtension({
    name: 'FabriqueApprovalsPage',
    component: () =>
      import('../approvals/ApprovalsPage').then(m => inOldApp(m.ApprovalsPage)),
    mountPoint: routes.approvals,
  }),
);
