import { stringify } from 'yaml';
import { DeployInput } from '../../kernel/Deployer';
import { sealValue } from '../../testing/sealValue';
import { startTestFacades, TestFacades } from '../../testing/startTestFacades';
import { createKubernetesFacade } from './createKubernetesFacade';

const deployment = `
apiVersion: apps/v1
kind: Deployment
metadata:
  name: app
spec:
  replicas: 2
  selector:
    matchLabels: { app: app }
  template:
    metadata:
      labels: { app: app }
    spec:
      containers:
        - name: app
          image: \${CI_REGISTRY_IMAGE}:\${CI_COMMIT_SHORT_SHA}
          envFrom:
            - secretRef: { name: azure-pg-user }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: app
spec:
  rules:
    - host: \${CI_ENVIRONMENT_SLUG}-\${CI_PROJECT_NAME}.dev2.fabrique.social.gouv.fr
`;

const folder = '.socialgouv/environments/dev';

function createInput(
  files: Record<string, string>,
  more: Partial<DeployInput> = {},
): DeployInput {
  return {
    cluster: 'dev2',
    environment: 'dev',
    environmentName: 'main-dev',
    environmentSlug: 'main-dev',
    namespace: 'essai-142-main-dev',
    projectName: 'essai',
    projectPath: 'SocialGouv/essai',
    projectId: 142,
    ref: 'main',
    sha: 'f00dcafe12345678',
    readFile: async path => files[path],
    listFiles: async under =>
      Object.keys(files).filter(
        path => path.slice(0, path.lastIndexOf('/')) === under,
      ),
    ...more,
  };
}

describe('createKubernetesDeployer', () => {
  let facades: TestFacades;
  beforeEach(async () => {
    facades = await startTestFacades([
      context => createKubernetesFacade(context, 'dev2'),
    ]);
  });
  afterEach(() => facades.stop());

  const get = async (path: string) => {
    const response = await fetch(
      facades.context.urls['kubernetes-dev'] + path,
      { headers: { authorization: 'Bearer sandbox-dev2-token' } },
    );
    return await response.text();
  };
  const createSealedSecret = async (
    label: string,
    annotations: Record<string, string>,
  ) => {
    const certificate = await get('/v1/cert.pem');
    return stringify({
      apiVersion: 'bitnami.com/v1alpha1',
      kind: 'SealedSecret',
      metadata: { name: 'azure-pg-user', annotations },
      spec: {
        encryptedData: {
          PGUSER: sealValue(certificate, label, 'essai'),
          PGPASSWORD: sealValue(certificate, label, 'Not-4-logs é'),
        },
        template: { type: 'Opaque', metadata: { annotations } },
      },
    });
  };
  const deploy = (input: DeployInput) =>
    facades.context.deployment.deployer!.deploy(input);
  const clusterWide = { 'sealedsecrets.bitnami.com/cluster-wide': 'true' };
  const namespaceWide = { 'sealedsecrets.bitnami.com/namespace-wide': 'true' };

  it('opens the secrets, applies the manifests and waits for the pods', async () => {
    const deployed: unknown[] = [];
    facades.context.events.on('deployed', event => deployed.push(event));

    await deploy(
      createInput({
        [`${folder}/manifests/app.yaml`]: deployment,
        [`${folder}/azure-pg-user.sealed-secret.yaml`]:
          await createSealedSecret('', clusterWide),
      }),
    );

    const { items } = JSON.parse(
      await get('/apis/apps/v1/deployments?labelSelector=owner%3Dessai'),
    );
    expect(items).toEqual([
      expect.objectContaining({
        metadata: expect.objectContaining({
          namespace: 'essai-142-main-dev',
          labels: {
            owner: 'essai',
            team: 'essai',
            application: 'main-dev-essai',
          },
        }),
        status: expect.objectContaining({ readyReplicas: 2 }),
      }),
    ]);
    expect(items[0].spec.template).toEqual({
      metadata: {
        labels: {
          app: 'app',
          owner: 'essai',
          team: 'essai',
          application: 'main-dev-essai',
        },
        annotations: {
          'app.gitlab.com/app': 'socialgouv-essai',
          'app.gitlab.com/env': 'main-dev',
          'app.gitlab.com/env.name': 'main-dev',
        },
      },
      spec: {
        containers: [
          {
            name: 'app',
            image:
              'registry.gitlab.factory.social.gouv.fr/socialgouv/essai:f00dcafe',
            envFrom: [{ secretRef: { name: 'azure-pg-user' } }],
          },
        ],
      },
    });
    const secret = JSON.parse(
      await get('/api/v1/namespaces/essai-142-main-dev/secrets/azure-pg-user'),
    );
    expect(Buffer.from(secret.data.PGPASSWORD, 'base64').toString()).toBe(
      'Not-4-logs é',
    );
    const namespace = JSON.parse(
      await get('/api/v1/namespaces/essai-142-main-dev'),
    );
    expect(namespace.metadata).toMatchObject({
      labels: { owner: 'essai', 'azure-pg-admin-user': 'essai' },
      annotations: {
        'socialgouv/creator': 'autodevops',
        'janitor/ttl': '7d',
        'git/branch': 'main',
      },
    });
    const ingress = await get(
      '/apis/networking.k8s.io/v1/namespaces/essai-142-main-dev/ingresses/app',
    );
    expect(JSON.parse(ingress).spec.rules[0].host).toBe(
      'main-dev-essai.dev2.fabrique.social.gouv.fr',
    );
    expect(deployed).toEqual([
      {
        projectName: 'essai',
        environment: 'dev',
        cluster: 'dev2',
        namespace: 'essai-142-main-dev',
      },
    ]);
  }, 20_000);

  it.each([
    {
      what: 'sealed for another namespace',
      label: 'other',
      annotations: namespaceWide,
    },
    { what: 'sealed for any place, said strict', label: '', annotations: {} },
  ])('refuses a secret $what', async ({ label, annotations }) => {
    const sealed = await createSealedSecret(label, annotations);
    await expect(
      deploy(createInput({ [`${folder}/pg.sealed-secret.yaml`]: sealed })),
    ).rejects.toThrow(
      'SealedSecret "azure-pg-user" cannot be opened: no key could decrypt secret (PGPASSWORD, PGUSER). It was sealed for another cluster than dev2, another namespace than essai-142-main-dev, or another name.',
    );
    const { status } = JSON.parse(
      await get(
        '/apis/bitnami.com/v1alpha1/namespaces/essai-142-main-dev/sealedsecrets/azure-pg-user',
      ),
    );
    expect(status.conditions).toEqual([
      expect.objectContaining({
        type: 'Synced',
        status: 'False',
        message: 'no key could decrypt secret (PGPASSWORD, PGUSER)',
      }),
    ]);
    expect(
      JSON.parse(await get('/api/v1/namespaces/essai-142-main-dev/secrets'))
        .items,
    ).toEqual([]);
  });

  it.each([
    ['namespace-wide', 'essai-142-main-dev', namespaceWide],
    ['strict', 'essai-142-main-dev/azure-pg-user', {}],
  ])(
    'opens a %s secret, also after a restart',
    async (_, label, annotations) => {
      const sealed = await createSealedSecret(label, annotations);
      await facades.restart();
      await deploy(
        createInput({ [`${folder}/pg.sealed-secret.yaml`]: sealed }),
      );
      const { items } = JSON.parse(
        await get('/api/v1/namespaces/essai-142-main-dev/secrets'),
      );
      expect(Object.keys(items[0].data)).toEqual(['PGUSER', 'PGPASSWORD']);
    },
  );

  it.each([
    [
      'no manifest',
      {},
      'There is nothing to deploy: no manifest in .socialgouv/environments/dev/manifests.',
    ],
    [
      'a secret that is not there',
      { [`${folder}/manifests/app.yaml`]: deployment },
      'Deployment "app" needs Secret "azure-pg-user", which is not in namespace essai-142-main-dev.',
    ],
    [
      'a file that is not YAML',
      { [`${folder}/manifests/a.yaml`]: 'kind: [' },
      /^\.socialgouv\/environments\/dev\/manifests\/a\.yaml is not valid YAML: /,
    ],
    [
      'an unknown kind',
      {
        [`${folder}/manifests/a.yaml`]:
          'apiVersion: v1\nkind: Robot\nmetadata: { name: a }',
      },
      '.socialgouv/environments/dev/manifests/a.yaml: no matches for kind "Robot" in version "v1".',
    ],
    [
      'an unknown variable',
      {
        [`${folder}/manifests/a.yaml`]:
          'apiVersion: v1\nkind: Service\nmetadata: { name: "${CI_TYPO}" }',
      },
      '.socialgouv/environments/dev/manifests/a.yaml uses ${CI_TYPO}, which the pipeline does not set.',
    ],
    [
      'an invalid name',
      {
        [`${folder}/manifests/a.yaml`]:
          'apiVersion: v1\nkind: Service\nmetadata: { name: Wrong_Name }',
      },
      /^Service "Wrong_Name" is invalid: metadata\.name: /,
    ],
  ])('says what is wrong: %s', async (_, files, message) => {
    await expect(deploy(createInput(files))).rejects.toThrow(message);
  });
});
