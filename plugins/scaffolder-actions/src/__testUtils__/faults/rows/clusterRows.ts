import { JsonObject } from '@backstage/types';
import { TestSandbox } from '@socialgouv/fabrique-sandbox';
import { ActionRow } from '../ActionRow';

const environment = 'prod';

const namespace = (name: string): [string, JsonObject] => [
  'fabrique:kubernetes:namespace:ensure',
  { name, environment },
];

/** What the action is to apply. */
const settings = {
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'reglages' },
  data: { LANGUE: 'fr' },
};

async function createByHand(
  { urls }: TestSandbox,
  path: string,
  body: JsonObject,
): Promise<void> {
  const answer = await fetch(`${urls['kubernetes-prod']}/api/v1/${path}`, {
    method: 'POST',
    headers: {
      authorization: 'Bearer sandbox-prod2-token',
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(await answer.text());
}

/** Actions of the clusters. */
export const clusterRows: ActionRow[] = [
  {
    action: 'fabrique:kubernetes:namespace:ensure',
    input: name => ({
      name,
      environment,
      rancherProject: 'c-gjtkk:p-z6nmd',
      quota: { cpu: '2', memory: '4Gi', pods: 20 },
    }),
  },
  {
    action: 'fabrique:kubernetes:apply',
    before: name => [namespace(name)],
    input: name => ({
      name,
      environment,
      manifests: [
        settings,
        {
          apiVersion: 'networking.k8s.io/v1',
          kind: 'NetworkPolicy',
          metadata: { name: 'fermer' },
          spec: { podSelector: {}, ingress: [{ from: [{ podSelector: {} }] }] },
        },
      ],
    }),
  },
  {
    action: 'fabrique:kubernetes:apply',
    title: 'fabrique:kubernetes:apply (adopts)',
    async prepare(sandbox, name) {
      await createByHand(sandbox, 'namespaces', { metadata: { name } });
      await createByHand(sandbox, `namespaces/${name}/configmaps`, {
        ...settings,
        data: { LANGUE: 'en', PAYS: 'be' },
      });
    },
    input: name => ({ name, environment, adopt: true, manifests: [settings] }),
    stays: {
      '/documents/kubernetes-prod-configmaps':
        'what was adopted keeps its owner and its settings',
    },
  },
];
