import { createServiceFactory } from '@backstage/backend-plugin-api';
import { createBackend } from '@backstage/backend-defaults';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { createSyntheticCatalog } from './SyntheticFleet';

// A backend with the plugin alone, so that its memory can be told from that of a portal's other plugins.
const backend = createBackend();
backend.add(
  createServiceFactory({
    service: catalogServiceRef,
    deps: {},
    factory: () =>
      createSyntheticCatalog(
        Number(process.env.BENCH_FLEET_SIZE),
      ) as unknown as typeof catalogServiceRef.T,
  }),
);
if (process.env.BENCH_WITHOUT_PLUGIN !== 'true') {
  backend.add(import('@socialgouv/backstage-plugin-fabrique-backend'));
}
backend.start();

process.on('message', message => {
  if (message !== 'memory') return;
  global.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  const peak = process.resourceUsage().maxRSS * 1024;
  process.send?.({ type: 'memory', rss, kept: heapUsed + external, peak });
});
