import express, { Express, NextFunction, Request, Response } from 'express';
import { timingSafeEqual } from 'crypto';
import { Facade, SandboxContext } from '../../kernel/Facade';
import { readOrCreateSealingKey, SealingKey } from './sealedSecretsKey';
import { unsealSecret } from './sealedSecrets';
import { Cluster } from './Cluster';
import { createUnauthorized, KubernetesStatus } from './KubernetesStatus';
import { ClusterName, clusterTokens, clusterUpstreams } from './clusters';
import { answerResource } from './answerResource';
import { createKubernetesDeployer } from './createKubernetesDeployer';
import { toDiscovery } from './discovery';
import { readBody } from './readBody';
import { createClusterSeed } from './seedCluster';

/**
 * One cluster: the Kubernetes API that the portal's backend and the clients call, its controllers,
 * and the certificate of its SealedSecrets controller under `/v1/`.
 */
export function createKubernetesFacade(
  context: SandboxContext,
  name: ClusterName,
): Facade {
  const id = clusterUpstreams[name];
  let key: SealingKey | undefined;
  const getKey = () => {
    if (!key) throw new Error(`${name} has not started`);
    return key;
  };
  const cluster = new Cluster(context, id, () => getKey().privateKey);

  const app = express();
  app.disable('x-powered-by');
  app.use(express.text({ type: () => true, limit: '3mb' }));
  addSealedSecretsRoutes(app, getKey);
  app.get(['/healthz', '/livez', '/readyz'], (_req, res) => {
    res.type('text/plain').send('ok');
  });
  app.use((req, _res, next) => {
    next(
      isAllowed(req, clusterTokens[name]) ? undefined : createUnauthorized(),
    );
  });
  app.use((req, res, next) => {
    const discovery = req.method === 'GET' && toDiscovery(req.path);
    if (discovery) res.json(discovery);
    else if (!answerResource(cluster, req, res, context.now())) next();
  });
  app.use((_req, res) => {
    res.status(404).type('text/plain').send('404 page not found\n');
  });
  app.use(answerError);

  return {
    id,
    app,
    async start() {
      key = await readOrCreateSealingKey(context.dataDir(id));
      if (cluster.store.isEmpty) {
        cluster.store.seed(createClusterSeed(name, context.now()));
      }
      context.deployment.deployer ??= createKubernetesDeployer(context);
    },
  };
}

function isAllowed(req: Request, token: string): boolean {
  const given = Buffer.from(req.header('authorization') ?? '');
  const wanted = Buffer.from(`Bearer ${token}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** Public, as `kubeseal` uses them. */
function addSealedSecretsRoutes(app: Express, getKey: () => SealingKey): void {
  app.get('/v1/cert.pem', (_req, res) => {
    res.type('application/x-pem-file').send(getKey().certificate);
  });
  app.post('/v1/verify', (req, res) => {
    const object = readBody(req);
    const outcome = unsealSecret(object, getKey().privateKey);
    res.status('secret' in outcome ? 200 : 409).end();
  });
}

function answerError(
  error: unknown,
  _req: Request,
  res: Response,
  _next: NextFunction,
): void {
  const status =
    error instanceof KubernetesStatus
      ? error
      : new KubernetesStatus(500, 'InternalError', String(error));
  res.status(status.code).json(status.body);
}
