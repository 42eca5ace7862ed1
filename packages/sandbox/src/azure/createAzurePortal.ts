import express from 'express';
import { Facade, SandboxContext } from '../kernel/Facade';
import { toPage } from '../kernel/toPage';

/** Where each kind of resource is kept, and how Azure calls it. */
const kinds: Record<string, { documents: string; title: string }> = {
  'Microsoft.DBforPostgreSQL/flexibleServers': {
    documents: 'azure-postgres-servers',
    title: 'Azure Database for PostgreSQL flexible server',
  },
  'Microsoft.Storage/storageAccounts': {
    documents: 'azure-storage-accounts',
    title: 'Storage account',
  },
};

/** What stands behind `#@tenant/resource…` never reaches a server: the page itself reads it. */
const entry = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Azure</title>
<script>
const resource = /^#@[^/]+\\/resource(\\/.*)$/.exec(location.hash);
if (resource) location.replace('/resource' + resource[1]);
</script>
<p>Azure, sandbox</p>
</html>
`;

/** Small pages behind the links that the portal makes into the Azure portal. */
export function createAzurePortal(context: SandboxContext): Facade {
  const app = express();
  app.disable('x-powered-by');
  app.get('/', (_req, res) => {
    res.type('html').send(entry);
  });
  app.get(/^\/resource\//, (req, res) => {
    const [, type, name = ''] =
      /\/providers\/([^/]+\/[^/]+)\/([^/]+)/.exec(req.path) ?? [];
    const kind = kinds[type];
    const found =
      kind &&
      context
        .documents<{
          name: string;
          location: string;
          sku: { name: string };
          createdAt: string;
        }>(kind.documents)
        .get(name.toLowerCase());
    res
      .status(found ? 200 : 404)
      .type('html')
      .send(
        toPage({
          system: 'Azure',
          title: found?.name ?? 'Resource not found',
          rows: found
            ? [
                ['Type', kind.title],
                ['Location', found.location],
                ['Size', found.sku.name],
                ['Created', found.createdAt],
              ]
            : [],
        }),
      );
  });
  return { id: 'azure-portal', app };
}
