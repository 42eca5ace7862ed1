import { createPortal } from '../../packages/backend/src/createPortal';
import { bareRoutePlugin } from './bareRoutePlugin';

// The portal itself, with the peers' backends beside it and a route that does as little as one can.
const portal = createPortal();
portal.add(bareRoutePlugin);
portal.add(import('@backstage/plugin-proxy-backend'));
portal.add(import('@backstage-community/plugin-matomo-backend'));
portal.start();
