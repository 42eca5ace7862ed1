import { FilterPredicate } from '@backstage/filter-predicates';
import {
  ApiBlueprint,
  createExtensionInput,
  createFrontendPlugin,
  fetchApiRef,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { RiPulseLine } from '@remixicon/react';
import {
  findingsAnnotationName,
  getLinkAnnotation,
  IntegrationId,
  integrationIds,
  listAnnotationNames,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { fabriqueApiRef } from './api/FabriqueApi';
import { FabriqueClient } from './api/FabriqueClient';
import { createQueryClient, queryClientApiRef } from './api/queryClient';
import {
  fabriqueCardDataRef,
  toCardExtension,
} from './card/FabriqueCardBlueprint';
import { homeWidgets } from './home/homeWidgets';
import { integrationCards } from './integrations';
import {
  approvalsRouteRef,
  fleetRouteRef,
  rootRouteRef,
  servicesRouteRef,
  tabPath,
  transverseServicesRouteRef,
} from './routes';
import { appNameField } from './scaffolder/appNameField';
import { appServicesField } from './scaffolder/appServicesField';
import { searchExtensions } from './search/searchExtensions';

const fabriqueApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: fabriqueApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new FabriqueClient(fetchApi),
    }),
});

const queryClientApi = ApiBlueprint.make({
  name: 'query-client',
  params: defineParams =>
    defineParams({
      api: queryClientApiRef,
      deps: {},
      factory: () => createQueryClient(),
    }),
});

function isLinked(id: IntegrationId): FilterPredicate {
  return {
    $any: listAnnotationNames(getLinkAnnotation(id)).map(name => ({
      [`metadata.annotations.${name}`]: { $exists: true },
    })),
  } as FilterPredicate;
}

const servicesCard = EntityCardBlueprint.make({
  name: 'services',
  params: {
    type: 'content',
    filter: {
      $all: [{ kind: 'Component' }, { $any: integrationIds.map(isLinked) }],
    },
    loader: () =>
      import('./summary/ServicesCard').then(m => <m.ServicesCard />),
  },
});

const annotationsCard = EntityCardBlueprint.make({
  name: 'annotations',
  params: {
    type: 'content',
    // What the catalog found wrong, on entities of all kinds.
    filter: {
      [`metadata.annotations.${findingsAnnotationName}`]: { $exists: true },
    },
    loader: () =>
      import('./annotations/AnnotationsCard').then(m => <m.AnnotationsCard />),
  },
});

const resourcesCard = EntityCardBlueprint.make({
  name: 'resources',
  params: {
    type: 'content',
    filter: { kind: 'Component' },
    loader: () =>
      import('./resources/ResourcesCard').then(m => <m.ResourcesCard />),
  },
});

const servicesContent = EntityContentBlueprint.makeWithOverrides({
  name: 'services',
  inputs: { cards: createExtensionInput([fabriqueCardDataRef]) },
  factory: (originalFactory, { inputs }) =>
    originalFactory({
      path: tabPath,
      title: 'Fabrique',
      group: 'fabrique',
      routeRef: servicesRouteRef,
      // Also for what is linked to nothing yet: the tab tells how to link it.
      filter: { kind: 'Component' },
      loader: async () => {
        const { FabriqueTab } = await import('./tab/FabriqueTab');
        const cards = inputs.cards.map(card => card.get(fabriqueCardDataRef));
        return <FabriqueTab cards={cards} />;
      },
    }),
});

const page = PageBlueprint.make({
  params: { path: '/fabrique', title: 'Fabrique', routeRef: rootRouteRef },
});

const fleetPage = SubPageBlueprint.make({
  name: 'fleet',
  params: {
    path: 'fleet',
    title: 'Fleet',
    routeRef: fleetRouteRef,
    loader: () => import('./fleet/FleetPage').then(m => <m.FleetPage />),
  },
});

const transverseServicesPage = SubPageBlueprint.make({
  name: 'services',
  params: {
    path: 'services',
    title: 'Shared services',
    routeRef: transverseServicesRouteRef,
    loader: () =>
      import('./transverse/TransverseServicesPage').then(m => (
        <m.TransverseServicesPage />
      )),
  },
});

const approvalsPage = SubPageBlueprint.make({
  name: 'approvals',
  params: {
    path: 'approvals',
    title: 'Approvals',
    routeRef: approvalsRouteRef,
    loader: () =>
      import('./approvals/ApprovalsPage').then(m => <m.ApprovalsPage />),
  },
});

/**
 * The services of the Fabrique on the pages of Backstage.
 *
 * @public
 */
export const fabriquePlugin = createFrontendPlugin({
  pluginId: 'fabrique',
  title: 'Fabrique',
  icon: <RiPulseLine />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    services: servicesRouteRef,
    fleet: fleetRouteRef,
    transverseServices: transverseServicesRouteRef,
    approvals: approvalsRouteRef,
  },
  extensions: [
    fabriqueApi,
    queryClientApi,
    annotationsCard,
    servicesCard,
    resourcesCard,
    servicesContent,
    page,
    fleetPage,
    transverseServicesPage,
    approvalsPage,
    ...homeWidgets,
    ...searchExtensions,
    ...Object.values(integrationCards).map(toCardExtension),
    appNameField,
    appServicesField,
  ],
});
