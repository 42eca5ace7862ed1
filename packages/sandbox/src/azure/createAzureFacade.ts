import express, { Request, RequestHandler } from 'express';
import { Facade, SandboxContext } from '../kernel/Facade';
import { Postgres } from '../postgres/createPostgres';
import { BlobFacade } from '../integrations/azure-blob/createBlobFacade';
import { ArmError, answerArmError } from './ArmError';
import { createPostgresProvider } from '../integrations/azure-postgres/createPostgresProvider';
import { createStorageProvider } from '../integrations/azure-blob/createStorageProvider';
import { createResourceGroups, findGroup } from './createResourceGroupRoutes';
import { Entra, createEntra } from './entra';
import { identity } from './identity';

/** One subscription; ids are the same in upper and lower case. */
const requireKnownScope: RequestHandler = (req, _res, next) => {
  const { subscription } = req.params;
  if (subscription.toLowerCase() !== identity.subscriptionId)
    throw new ArmError(
      404,
      'SubscriptionNotFound',
      `The subscription '${subscription}' could not be found.`,
    );
  if (!req.query['api-version'])
    throw new ArmError(
      400,
      'MissingApiVersionParameter',
      'The api-version query parameter (?api-version=) is required for all requests.',
    );
  next();
};

/** The portal's rights on servers and accounts end with its own resource group. */
function requireOwnGroup(
  groups: Parameters<typeof findGroup>[0],
): RequestHandler {
  return (req, _res, next) => {
    const { name } = findGroup(groups, req.params.group);
    if (name !== identity.resourceGroup)
      throw new ArmError(
        403,
        'AuthorizationFailed',
        `The client '${identity.clientId}' does not have authorization to perform this action over scope '${req.baseUrl}' or the scope is invalid.`,
      );
    next();
  };
}

/** Microsoft Entra's sign-in and Azure Resource Manager, at one address. */
export function createAzureFacade(
  context: SandboxContext,
  parts: { postgres: Postgres; blob: BlobFacade },
): Facade {
  const entra = createEntra(context);
  const postgres = createPostgresProvider(context, parts.postgres);
  const storage = createStorageProvider(context, parts.blob);
  const resourceGroups = createResourceGroups(context, () =>
    [postgres, storage].flatMap(({ listResources }) => listResources()),
  );

  const app = express();
  app.disable('x-powered-by');
  app.use((_req, res, next) => {
    res.set('Date', context.now().toUTCString());
    next();
  });
  app.use(entra.router);
  app.use('/subscriptions', requireToken(context, entra));
  app.use('/subscriptions/:subscription', requireKnownScope);
  app.use(express.json({ limit: '1mb' }));
  for (const { operations } of [postgres, storage, resourceGroups])
    app.use(operations.createRouter());
  app.use(resourceGroups.router);
  app.use(
    '/subscriptions/:subscription/resourceGroups/:group/providers',
    requireOwnGroup(resourceGroups.groups),
  );
  app.use(postgres.router);
  app.use(storage.router);
  app.use((req: Request) => {
    throw new ArmError(
      404,
      'InvalidResourceType',
      `The resource type of '${req.path}' could not be found for api version '${req.query['api-version']}'.`,
    );
  });
  app.use(answerArmError);

  return {
    id: 'azure',
    app,
    async start() {
      postgres.operations.resume();
      storage.operations.resume();
      resourceGroups.operations.resume();
    },
    async stop() {
      await Promise.all([
        postgres.operations.stop(),
        storage.operations.stop(),
        resourceGroups.operations.stop(),
      ]);
    },
  };
}

function requireToken(context: SandboxContext, entra: Entra): RequestHandler {
  return (req, res, next) => {
    const { authorization } = req.headers;
    const challenge = `Bearer authorization_uri="${context.urls.azure}/${identity.tenantId}"`;
    if (!authorization) {
      res.set('WWW-Authenticate', challenge);
      throw new ArmError(
        401,
        'AuthenticationFailed',
        "Authentication failed. The 'Authorization' header is missing.",
      );
    }
    const [scheme, token = ''] = authorization.split(' ');
    if (scheme.toLowerCase() !== 'bearer' || !entra.isValid(token)) {
      res.set(
        'WWW-Authenticate',
        `${challenge}, error="invalid_token", error_description="The access token is invalid."`,
      );
      throw new ArmError(
        401,
        'InvalidAuthenticationToken',
        'The access token is invalid.',
      );
    }
    next();
  };
}
