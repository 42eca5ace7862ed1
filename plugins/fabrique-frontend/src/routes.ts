import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The tab *Fabrique* of an entity. */
export const servicesRouteRef = createRouteRef();
