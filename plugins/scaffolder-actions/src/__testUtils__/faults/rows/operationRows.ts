import { ActionRow } from '../ActionRow';

/** Actions of operation. */
export const operationRows: ActionRow[] = [
  { action: 'fabrique:grafana:folder:ensure', input: name => ({ name }) },
  { action: 'fabrique:grafana:dashboard:ensure', input: name => ({ name }) },
  {
    action: 'fabrique:grafana:alert-rule:ensure',
    input: name => ({
      name,
      environment: 'prod',
      id: 'restarts',
      title: 'Redémarrages',
      expression: 'sum(increase(restarts[15m]))',
      above: 3,
    }),
  },
  {
    action: 'fabrique:sentry:team:ensure',
    input: name => ({ name, owner: 'group:default/nouvelle-equipe' }),
  },
  {
    action: 'fabrique:sre:request',
    input: name => ({
      name,
      title: `Un nom de domaine pour ${name}`,
      description: 'Le service ouvre en mars.',
      labels: ['domaine'],
    }),
  },
  {
    action: 'fabrique:upptime:site:ensure',
    input: name => ({ name, url: `https://${name}.fabrique.social.gouv.fr` }),
  },
];
