import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const toExample = (
  description: string,
  name: string,
  action: string,
  input: object,
): TemplateExample => ({
  description,
  example: stringify({ steps: [{ id: 'kubernetes', name, action, input }] }),
});

const namespace = 'fabrique:kubernetes:namespace:ensure';

export const namespaceExamples = [
  toExample(
    'The namespace of production, in a project of Rancher.',
    'Create the namespace',
    namespace,
    {
      name: 'mon-app',
      environment: 'prod',
      rancherProject: 'c-gjtkk:p-z6nmd',
    },
  ),
  toExample(
    'A namespace of development with a quota.',
    'Create the namespace',
    namespace,
    {
      name: 'mon-app',
      environment: 'dev',
      namespace: 'mon-app-essai',
      quota: { cpu: '2', memory: '4Gi', pods: 20 },
    },
  ),
];

export const applyExamples = [
  toExample(
    'Apply manifests of the workspace.',
    'Create the settings',
    'fabrique:kubernetes:apply',
    {
      name: 'domifa',
      environment: 'prod',
      manifests: [
        {
          apiVersion: 'v1',
          kind: 'ConfigMap',
          metadata: { name: 'reglages' },
          data: { LANGUE: 'fr' },
        },
      ],
    },
  ),
  toExample(
    'Let the pods of an application be reached from its own namespace alone.',
    'Close the network',
    'fabrique:kubernetes:apply',
    {
      name: 'domifa',
      environment: 'prod',
      manifests: [
        {
          apiVersion: 'networking.k8s.io/v1',
          kind: 'NetworkPolicy',
          metadata: { name: 'fermer' },
          spec: {
            podSelector: {},
            ingress: [{ from: [{ podSelector: {} }] }],
          },
        },
      ],
    },
  ),
];
