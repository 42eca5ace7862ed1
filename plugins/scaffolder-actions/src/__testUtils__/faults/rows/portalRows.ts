import { ActionRow } from '../ActionRow';
import { environments, files, owner, repository } from './application';

/** Actions of the portal itself, and of several systems. */
export const portalRows: ActionRow[] = [
  {
    action: 'fabrique:names:compute',
    input: name => ({ name, owner }),
  },
  { action: 'fabrique:ci:shared:write', input: () => ({}) },
  {
    action: 'fabrique:catalog:component:ensure',
    files,
    before: name => [repository(name)],
    input: (name, urls) => ({
      entityRef: `component:default/${name}`,
      catalogInfoUrl: `${urls.github}/SocialGouv/${name}/blob/main/catalog-info.yaml`,
    }),
  },
  {
    action: 'fabrique:catalog:annotate',
    files: name => ({
      'application/catalog-info.yaml': files(name)['catalog-info.yaml'],
    }),
    before: name => [
      [
        'fabrique:github:repo:ensure',
        { name, owner, sourcePath: 'application' },
      ],
    ],
    input: name => ({ name, annotations: { 'matomo.io/site-id': '61' } }),
  },
  {
    action: 'fabrique:sealed-secret:write',
    input: name => ({
      name,
      environments,
      secretName: 'session',
      generate: ['SESSION_KEY'],
    }),
  },
  {
    action: 'fabrique:app:ensure',
    isWhole: true,
    files,
    input: name => ({
      name,
      owner,
      environments,
      wants: {
        sentry: true,
        matomo: true,
        postgres: true,
        blob: true,
        repository: true,
        mirror: true,
        catalog: true,
      },
    }),
  },
  {
    action: 'fabrique:task:undo',
    files,
    before: name => [
      ['fabrique:matomo:site:ensure', { name, url: `https://${name}.example` }],
      ['fabrique:azure:postgres:ensure', { name, environments }],
      ['fabrique:azure:blob:ensure', { name, environments }],
      repository(name),
      ['fabrique:gitlab:mirror:ensure', { name }],
    ],
    input: name => ({ taskId: `${name}-before` }),
  },
];
