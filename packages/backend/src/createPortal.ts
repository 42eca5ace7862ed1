import { createBackend } from '@backstage/backend-defaults';

/** Makes the portal's backend, with all its plugins. */
export function createPortal(): ReturnType<typeof createBackend> {
  const backend = createBackend();

  // The built frontend.
  backend.add(import('@backstage/plugin-app-backend'));

  backend.add(import('@backstage/plugin-auth-backend'));
  backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
  backend.add(import('@backstage/plugin-auth-backend-module-github-provider'));

  backend.add(import('@backstage/plugin-catalog-backend'));
  backend.add(
    import('@backstage/plugin-catalog-backend-module-scaffolder-entity-model'),
  );
  backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
  backend.add(
    import('@socialgouv/backstage-plugin-catalog-backend-module-fabrique'),
  );
  backend.add(
    import(
      '@socialgouv/backstage-plugin-catalog-backend-module-fabrique/alpha'
    ),
  );

  backend.add(import('@backstage/plugin-scaffolder-backend'));
  backend.add(
    import('@backstage/plugin-scaffolder-backend-module-notifications'),
  );
  // Keeps the workspace of a task that a restart interrupts.
  backend.add(
    import('@backstage/plugin-scaffolder-backend-module-workspace-database'),
  );

  backend.add(import('@backstage/plugin-permission-backend'));
  backend.add(
    import('@backstage/plugin-permission-backend-module-allow-all-policy'),
  );

  backend.add(import('@backstage/plugin-search-backend'));
  backend.add(import('@backstage/plugin-search-backend-module-pg'));
  backend.add(import('@backstage/plugin-search-backend-module-catalog'));
  backend.add(
    import('@socialgouv/backstage-plugin-search-backend-module-fabrique'),
  );

  backend.add(import('@backstage/plugin-events-backend'));
  backend.add(import('@backstage/plugin-kubernetes-backend'));
  backend.add(import('@backstage/plugin-notifications-backend'));
  backend.add(import('@backstage/plugin-signals-backend'));
  backend.add(import('@backstage/plugin-user-settings-backend'));
  backend.add(import('@backstage/plugin-mcp-actions-backend'));

  backend.add(import('@socialgouv/backstage-plugin-fabrique-backend'));
  backend.add(
    import('@socialgouv/backstage-plugin-scaffolder-backend-module-fabrique'),
  );

  return backend;
}
