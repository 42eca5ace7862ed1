import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The tab *Fabrique* of an entity. */
export const servicesRouteRef = createRouteRef();

/** Where the tab is below the page of its entity; pages elsewhere cannot ask the route for it. */
export const tabPath = '/fabrique';

/** The page of the plugin, with its sub-pages. */
export const rootRouteRef = createRouteRef();

/** All components with their services. */
export const fleetRouteRef = createRouteRef();

/** The services that the teams share. */
export const transverseServicesRouteRef = createRouteRef();

/** The page of plans that wait for approval. */
export const approvalsRouteRef = createRouteRef();
