import { Request, Response, Router } from 'express';
import sodium from 'libsodium-wrappers';
import { z } from 'zod/v4';
import {
  findRepository,
  GithubProblem,
  handle,
  notFound,
  paginate,
  readBody,
} from './githubHttp';
import { GithubState } from './githubState';

const putSchema = z.object({ encrypted_value: z.string(), key_id: z.string() });

/** A secret of a repository or of one of its environments; GitHub gives its value to nobody. */
interface SecretDocument {
  /** As GitHub keeps it: in capitals. */
  name: string;
  encryptedValue: string;
  createdAt: string;
  updatedAt: string;
}

/** An environment, or with an empty name the repository itself. */
interface PlaceDocument {
  name: string;
  createdAt: string;
  secrets: SecretDocument[];
}

interface KeyDocument {
  publicKey: string;
  privateKey: string;
}

const keyId = '568250167242549743';

/** Secrets of GitHub Actions and the environments that hold them. */
export function addSecretRoutes(router: Router, state: GithubState): void {
  const places = state.context.documents<PlaceDocument>('github-secrets');
  const keys = state.context.documents<KeyDocument>('github-secret-keys');

  const readKey = async (): Promise<KeyDocument> => {
    await sodium.ready;
    const known = keys.get('key');
    if (known) return known;
    const { publicKey, privateKey } = sodium.crypto_box_keypair();
    const { ORIGINAL } = sodium.base64_variants;
    return keys.put('key', {
      publicKey: sodium.to_base64(publicKey, ORIGINAL),
      privateKey: sodium.to_base64(privateKey, ORIGINAL),
    });
  };
  const keyOf = (request: Request) =>
    [
      request.params.owner,
      request.params.repo,
      request.params.environment ?? '',
    ].join('/');

  /** The environment of the path, or the repository. */
  const findPlace = (request: Request, response: Response): PlaceDocument => {
    findRepository(state, request, response);
    if (!response.locals.authenticated) throw notFound();
    const place = places.get(keyOf(request));
    if (place) return place;
    if (request.params.environment) throw notFound();
    return { name: '', createdAt: state.now(), secrets: [] };
  };
  const toSecret = ({ name, createdAt, updatedAt }: SecretDocument) => ({
    name,
    created_at: createdAt,
    updated_at: updatedAt,
  });
  const toEnvironment = (request: Request, place: PlaceDocument) => ({
    id: 1,
    node_id: Buffer.from(`EN_${place.name}`).toString('base64'),
    name: place.name,
    url: `${state.apiUrl}${request.path}`,
    html_url: `${state.context.urls.github}/${request.params.owner}/${request.params.repo}/deployments/${place.name}`,
    protection_rules: [],
    deployment_branch_policy: null,
    created_at: place.createdAt,
    updated_at: place.createdAt,
  });

  const environment = '/repos/:owner/:repo/environments/:environment';
  router
    .route(environment)
    .get(
      handle(async (request, response) => {
        response.json(toEnvironment(request, findPlace(request, response)));
      }),
    )
    .put(
      handle(async (request, response) => {
        findRepository(state, request, response);
        const place = places.get(keyOf(request)) ?? {
          name: request.params.environment,
          createdAt: state.now(),
          secrets: [],
        };
        places.put(keyOf(request), place);
        response.json(toEnvironment(request, place));
      }),
    );

  for (const base of ['/repos/:owner/:repo/actions', environment]) {
    router.get(
      `${base}/secrets/public-key`,
      handle(async (request, response) => {
        findPlace(request, response);
        const { publicKey } = await readKey();
        response.json({ key_id: keyId, key: publicKey });
      }),
    );
    router.get(
      `${base}/secrets`,
      handle(async (request, response) => {
        const { secrets } = findPlace(request, response);
        response.json({
          total_count: secrets.length,
          secrets: paginate(state, request, response, secrets).map(toSecret),
        });
      }),
    );
    router
      .route(`${base}/secrets/:name`)
      .get(
        handle(async (request, response) => {
          const { secrets } = findPlace(request, response);
          const wanted = request.params.name.toUpperCase();
          const secret = secrets.find(({ name }) => name === wanted);
          if (!secret) throw notFound();
          response.json(toSecret(secret));
        }),
      )
      .put(
        handle(async (request, response) => {
          const place = findPlace(request, response);
          const body = readBody(putSchema, request);
          const name = request.params.name.toUpperCase();
          if (!/^(?!GITHUB_)[A-Z_][A-Z0-9_]*$/.test(name)) {
            throw new GithubProblem(
              422,
              'Secret names can only contain alphanumeric characters ([a-z], [A-Z], [0-9]) or underscores (_). Spaces are not allowed. Must start with a letter ([a-z], [A-Z]) or underscores (_).',
            );
          }
          if (body.key_id !== keyId || !isSealed(body, await readKey())) {
            throw new GithubProblem(422, 'Bad request - Invalid encryption');
          }
          const before = place.secrets.find(secret => secret.name === name);
          places.put(keyOf(request), {
            ...place,
            secrets: [
              ...place.secrets.filter(secret => secret !== before),
              {
                name,
                encryptedValue: body.encrypted_value,
                createdAt: before?.createdAt ?? state.now(),
                updatedAt: state.now(),
              },
            ],
          });
          if (before) response.status(204).end();
          else response.status(201).json({});
        }),
      )
      .delete(
        handle(async (request, response) => {
          const place = findPlace(request, response);
          const wanted = request.params.name.toUpperCase();
          const secrets = place.secrets.filter(({ name }) => name !== wanted);
          if (secrets.length === place.secrets.length) throw notFound();
          // An environment stays; the repository itself is none.
          if (secrets.length > 0 || place.name) {
            places.put(keyOf(request), { ...place, secrets });
          } else {
            places.delete(keyOf(request));
          }
          response.status(204).end();
        }),
      );
  }
}

function isSealed(
  { encrypted_value: value }: z.infer<typeof putSchema>,
  { publicKey, privateKey }: KeyDocument,
): boolean {
  const { ORIGINAL } = sodium.base64_variants;
  const fromBase64 = (text: string) => sodium.from_base64(text, ORIGINAL);
  try {
    sodium.crypto_box_seal_open(
      fromBase64(value),
      fromBase64(publicKey),
      fromBase64(privateKey),
    );
    return true;
  } catch {
    // What cannot be opened was not sealed with this key.
    return false;
  }
}
