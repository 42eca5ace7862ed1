import express, { Request, RequestHandler } from 'express';
import { Facade, SandboxContext } from '../kernel/Facade';
import { Postgres } from '../postgres/createPostgres';
import { BlobFacade } from '../integrations/azure-blob/createBlobFacade';
import { ArmError, answerArmError } from './ArmError';
import { createPostgresProvider } from '../integrations/azure-postgres/createPostgresProvider';
import { createStorageProvider } from '../integrations/azure-blob/createStorageProvider';
import { Entra, createEntra } from './entra';
import { identity } from './identity';

/** One subscription with one resource group; ids are the same in upper and lower case. */
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
  const group = /^\/resourceGroups\/([^/]+)/i.exec(req.path)?.[1];
  if (group && group.toLowerCase() !== identity.resourceGroup)
    throw new ArmError(
      404,
      'ResourceGroupNotFound',
      `Resource group '${group}' could not be found.`,
    );
  next();
};

/** Microsoft Entra's sign-in and Azure Resource Manager, at one address. */
export function createAzureFacade(
  context: SandboxContext,
  parts: { postgres: Postgres; blob: BlobFacade },
): Facade {
  const entra = createEntra(context);
  const postgres = createPostgresProvider(context, parts.postgres);
  const storage = createStorageProvider(context, parts.blob);

  const app = express();
  app.disable('x-powered-by');
  app.use(entra.router);
  app.use('/subscriptions', requireToken(context, entra));
  app.use('/subscriptions/:subscription', requireKnownScope);
  app.use(express.json({ limit: '1mb' }));
  for (const { operations } of [postgres, storage])
    app.use(operations.createRouter());
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
    },
    async stop() {
      await Promise.all([
        postgres.operations.stop(),
        storage.operations.stop(),
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
