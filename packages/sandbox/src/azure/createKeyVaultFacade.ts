import express, { ErrorRequestHandler, RequestHandler } from 'express';
import { randomUUID } from 'crypto';
import { z } from 'zod/v4';
import { Facade, SandboxContext } from '../kernel/Facade';
import { ArmError, route } from './ArmError';
import { createEntra } from './entra';
import { identity } from './identity';
import {
  SecretDocument,
  VaultScope,
  secretNotFound,
  toBundle,
  toDeletedBundle,
} from './keyVaultState';

/** For whom the tokens of a vault are. */
const audience = 'https://vault.azure.net';
const secretRequest = z.object({
  value: z.string().max(25_000),
  contentType: z.string().nullish(),
  tags: z.record(z.string(), z.string()).nullish(),
});
const propertiesRequest = z.object({
  contentType: z.string().nullish(),
  tags: z.record(z.string(), z.string()).nullish(),
});

/** Says first where to sign in and for what, as the SDK expects it. */
function requireVaultToken(context: SandboxContext): RequestHandler {
  const entra = createEntra(context);
  return (req, res, next) => {
    const token = /^Bearer (.+)$/i.exec(req.headers.authorization ?? '')?.[1];
    if (token && entra.isValid(token, audience)) {
      next();
      return;
    }
    res
      .status(401)
      .set(
        'WWW-Authenticate',
        `Bearer authorization="${context.urls.azure}/${identity.tenantId}", resource="${audience}"`,
      )
      .json({
        error: {
          code: 'Unauthorized',
          message: token
            ? 'AKV10032: Invalid issuer or audience.'
            : 'AKV10000: Request is missing a Bearer or PoP token.',
        },
      });
  };
}

function parseVault<T>(schema: z.ZodType<T>, body: unknown): T {
  const { success, data } = schema.safeParse(body ?? {});
  if (success) return data;
  // Not what was sent: it holds a value.
  throw new ArmError(
    400,
    'BadParameter',
    'Property has invalid value or is missing.',
  );
}

const answerVaultError: ErrorRequestHandler = (error, _req, res, next) => {
  if (!(error instanceof ArmError)) {
    next(error);
    return;
  }
  const { httpStatus, code, message } = error;
  res.status(httpStatus).json({
    error: {
      code,
      message,
      ...(httpStatus === 409 && {
        innererror: { code: 'ObjectIsDeletedButRecoverable' },
      }),
    },
  });
};

function createSecretRoutes({ secrets, url, now }: VaultScope) {
  const router = express.Router();
  const find = (name: string): SecretDocument => {
    const secret = secrets.get(name.toLowerCase());
    if (!secret || secret.deletedAt) throw secretNotFound(name);
    return secret;
  };
  router.get(
    '/secrets',
    route((_req, res) => {
      const present = secrets.list().filter(({ deletedAt }) => !deletedAt);
      res.json({
        value: present.map(secret => {
          const { value: _kept, ...item } = toBundle(secret, url);
          return item;
        }),
        nextLink: null,
      });
    }),
  );
  router.get(
    ['/secrets/:name', '/secrets/:name/:version'],
    route((req, res) => {
      const secret = find(req.params.name);
      const { version } = req.params;
      if (version && version !== secret.version)
        throw secretNotFound(`${req.params.name}/${version}`);
      res.json(toBundle(secret, url));
    }),
  );
  router.put(
    '/secrets/:name',
    route((req, res) => {
      const { name } = req.params;
      if (!/^[0-9a-zA-Z-]{1,127}$/.test(name))
        throw new ArmError(
          400,
          'BadParameter',
          `The request URI contains an invalid name: ${name}`,
        );
      const known = secrets.get(name.toLowerCase());
      if (known?.deletedAt)
        throw new ArmError(
          409,
          'Conflict',
          `Secret ${name} is currently in a deleted but recoverable state, and its name cannot be reused; in this state, the secret can only be recovered or purged.`,
        );
      const { value, contentType, tags } = parseVault(secretRequest, req.body);
      const secret = secrets.put(name.toLowerCase(), {
        name,
        version: randomUUID().replaceAll('-', ''),
        value,
        contentType: contentType ?? undefined,
        tags: tags ?? undefined,
        createdAt: known?.createdAt ?? now(),
        updatedAt: now(),
      });
      res.json(toBundle(secret, url));
    }),
  );
  router.patch(
    ['/secrets/:name', '/secrets/:name/:version'],
    route((req, res) => {
      const secret = find(req.params.name);
      const { contentType, tags } = parseVault(propertiesRequest, req.body);
      const changed = secrets.put(secret.name.toLowerCase(), {
        ...secret,
        contentType: contentType ?? secret.contentType,
        tags: tags ?? secret.tags,
        updatedAt: now(),
      });
      const { value: _kept, ...properties } = toBundle(changed, url);
      res.json(properties);
    }),
  );
  router.delete(
    '/secrets/:name',
    route((req, res) => {
      const secret = find(req.params.name);
      const deleted = { ...secret, deletedAt: now() };
      res.json(
        toDeletedBundle(secrets.put(secret.name.toLowerCase(), deleted), url),
      );
    }),
  );
  return router;
}

function createDeletedSecretRoutes({ secrets, url }: VaultScope) {
  const router = express.Router();
  const find = (name: string): SecretDocument => {
    const secret = secrets.get(name.toLowerCase());
    if (!secret?.deletedAt) throw secretNotFound(name);
    return secret;
  };
  router.get(
    '/deletedsecrets/:name',
    route((req, res) => {
      res.json(toDeletedBundle(find(req.params.name), url));
    }),
  );
  router.post(
    '/deletedsecrets/:name/recover',
    route((req, res) => {
      const { deletedAt: _undone, ...secret } = find(req.params.name);
      const { value: _kept, ...properties } = toBundle(
        secrets.put(secret.name.toLowerCase(), secret),
        url,
      );
      res.json(properties);
    }),
  );
  router.delete(
    '/deletedsecrets/:name',
    route((req, res) => {
      secrets.delete(find(req.params.name).name.toLowerCase());
      res.status(204).end();
    }),
  );
  return router;
}

/**
 * A vault with soft delete: its secrets, over the API of their values.
 *
 * @see https://learn.microsoft.com/rest/api/keyvault/secrets
 */
export function createKeyVaultFacade(context: SandboxContext): Facade {
  const secrets = context.documents<SecretDocument>('azure-key-vault');
  const scope: VaultScope = {
    secrets,
    url: context.urls['key-vault'],
    now: () => context.now().toISOString(),
  };
  const app = express();
  app.disable('x-powered-by');
  app.use(requireVaultToken(context));
  app.use(express.json({ limit: '1mb' }));
  app.use(createSecretRoutes(scope));
  app.use(createDeletedSecretRoutes(scope));
  app.use(answerVaultError);
  return { id: 'key-vault', app };
}
