import { permissionsServiceFactory } from '@backstage/backend-defaults/permissions';
import {
  BackstageCredentials,
  BackstageUserPrincipal,
  coreServices,
  createBackendModule,
  createServiceFactory,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import permissionPlugin from '@backstage/plugin-permission-backend';
import { PermissionPolicy } from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';

/**
 * Unlike the mock of Backstage, and like Backstage itself: a plugin that asks for a person is known to
 * be one, which may ask for conditions.
 */
const httpAuthFactory = createServiceFactory({
  service: coreServices.httpAuth,
  deps: { plugin: coreServices.pluginMetadata },
  factory({ plugin }): HttpAuthService {
    const mock = mockServices.httpAuth({ pluginId: plugin.getId() });
    return {
      issueUserCookie: (...args) => mock.issueUserCookie(...args),
      async credentials(request, options) {
        const credentials: BackstageCredentials<any> = await mock.credentials(
          request,
          options,
        );
        const { principal } = credentials;
        const isPlugin = request.headers.authorization?.includes(
          'mock-service-token:',
        );
        return isPlugin && isUser(principal)
          ? mockCredentials.user(principal.userEntityRef, {
              actor: { subject: 'plugin:fabrique' },
            })
          : credentials;
      },
    };
  },
});

function isUser(principal: unknown): principal is BackstageUserPrincipal {
  return (principal as { type?: string }).type === 'user';
}

/** The catalog and the permissions of Backstage themselves, with entities and a policy of the test. */
export function toRealCatalog(entities: Entity[], policy: PermissionPolicy) {
  let countOwned: () => Promise<number>;
  const features = [
    httpAuthFactory,
    catalogPlugin,
    permissionPlugin,
    permissionsServiceFactory,
    createBackendModule({
      pluginId: 'permission',
      moduleId: 'policy-of-the-test',
      register(env) {
        env.registerInit({
          deps: { policies: policyExtensionPoint },
          async init({ policies }) {
            policies.setPolicy(policy);
          },
        });
      },
    }),
    createBackendModule({
      pluginId: 'catalog',
      moduleId: 'entities-of-the-test',
      register(env) {
        env.registerInit({
          deps: { processing: catalogProcessingExtensionPoint },
          async init({ processing }) {
            processing.addEntityProvider({
              getProviderName: () => 'entities-of-the-test',
              connect: connection =>
                connection.applyMutation({
                  type: 'full',
                  entities: entities.map(entity => ({ entity })),
                }),
            });
          },
        });
      },
    }),
    createBackendModule({
      pluginId: 'fabrique',
      moduleId: 'catalog-of-the-test',
      register(env) {
        env.registerInit({
          deps: { auth: coreServices.auth, catalog: catalogServiceRef },
          async init({ auth, catalog }) {
            countOwned = async () => {
              const credentials = await auth.getOwnServiceCredentials();
              const { items } = await catalog.getEntities({}, { credentials });
              return items.filter(({ relations }) => relations?.length).length;
            };
          },
        });
      },
    }),
  ];
  return {
    features,
    /** Waits until the catalog has processed everything. */
    async fill() {
      while ((await countOwned()) < entities.length) {
        await new Promise(resolve => {
          setTimeout(resolve, 100);
        });
      }
    },
  };
}
