import { ActionRow } from '../ActionRow';

/** Actions of operation of which every cell is as it must be. */
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
];

/** Actions that the tables do not hold yet, and why: their own tests run them twice, dry, and undone. */
export const actionsWithoutRow: Record<string, string> = {
  'fabrique:upptime:site:ensure':
    'works in a repository that all share, which the comparison cannot tell apart',
  'fabrique:sre:request':
    'works in a repository that all share, which the comparison cannot tell apart',
  'fabrique:kubernetes:namespace:ensure':
    'what a cluster has is not compared yet',
  'fabrique:kubernetes:apply': 'what a cluster has is not compared yet',
  'fabrique:secret:rotate': 'a rotation has no undo, by its nature',
};
