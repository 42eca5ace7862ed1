import { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const toExample = (
  description: string,
  name: string,
  action: string,
  input: object,
): TemplateExample => ({
  description,
  example: stringify({ steps: [{ id: 'grafana', name, action, input }] }),
});

const folder = 'fabrique:grafana:folder:ensure';
const dashboard = 'fabrique:grafana:dashboard:ensure';
const alertRule = 'fabrique:grafana:alert-rule:ensure';

export const folderExamples = [
  toExample('A folder for an application.', 'Create the folder', folder, {
    name: 'mon-app',
  }),
  toExample('A folder with a title of its own.', 'Create the folder', folder, {
    name: 'mon-app',
    title: 'Mon application',
  }),
];

export const dashboardExamples = [
  toExample(
    'A first dashboard: processor, memory, restarts, requests, response time.',
    'Create the dashboard',
    dashboard,
    { name: 'mon-app' },
  ),
  toExample(
    'A second dashboard beside it.',
    'Create the dashboard of the jobs',
    dashboard,
    { name: 'mon-app', suffix: 'jobs' },
  ),
];

export const alertRuleExamples = [
  toExample(
    'Tell the team when pods restart often.',
    'Watch the restarts',
    alertRule,
    {
      name: 'mon-app',
      environment: 'prod',
      id: 'restarts',
      title: 'Redémarrages fréquents',
      expression:
        'sum(increase(kube_pod_container_status_restarts_total{namespace="mon-app"}[15m]))',
      above: 3,
    },
  ),
  toExample(
    'Wake somebody when one answer in twenty is an error.',
    'Watch the errors',
    alertRule,
    {
      name: 'mon-app',
      environment: 'prod',
      id: 'errors',
      title: 'Trop de réponses en erreur',
      expression:
        'sum(rate(nginx_ingress_controller_requests{exported_namespace="mon-app",status=~"5.."}[5m])) / sum(rate(nginx_ingress_controller_requests{exported_namespace="mon-app"}[5m]))',
      above: 0.05,
      holdFor: '10m',
      severity: 'critical',
    },
  ),
];
