import { TestSandbox } from '@socialgouv/fabrique-sandbox';
import { ActionRow } from '../ActionRow';
import { files, mirror, owner, repository, withPipeline } from './application';

async function createRepositoryByHand(
  { urls }: TestSandbox,
  name: string,
): Promise<void> {
  await fetch(`${urls.github}/api/v3/orgs/SocialGouv/repos`, {
    method: 'POST',
    headers: {
      authorization: 'token sandbox-github-token',
      'content-type': 'application/json',
    },
    body: JSON.stringify({ name }),
  });
}

/** Actions of GitHub and GitLab. */
export const forgeRows: ActionRow[] = [
  {
    action: 'fabrique:github:repo:ensure',
    input: name => ({ name, owner, topics: ['dsfr'] }),
    files,
  },
  {
    action: 'fabrique:github:repo:ensure',
    title: 'fabrique:github:repo:ensure (adopts)',
    input: name => ({ name, owner, adopt: true }),
    files,
    prepare: createRepositoryByHand,
    stays: {
      '/documents/github-repositories': 'what was adopted keeps its team',
      '/repositories': 'and its first commit',
    },
  },
  {
    action: 'fabrique:github:team:ensure',
    input: name => ({
      name,
      owner: 'group:default/nouvelle-equipe',
      members: ['camille-martin'],
    }),
  },
  {
    action: 'fabrique:github:secret:ensure',
    before: name => [repository(name)],
    input: name => ({ name, generate: ['SESSION_KEY'] }),
  },
  {
    action: 'fabrique:github:pull-request:ensure',
    files: name => ({ ...files(name), 'proposal/docs/page.md': '# Page\n' }),
    before: name => [repository(name)],
    input: name => ({
      name,
      branch: `fabrique/${name}`,
      title: 'docs: une page',
      sourcePath: 'proposal',
    }),
  },
  {
    action: 'fabrique:gitlab:mirror:ensure',
    input: name => ({ name }),
    before: name => [repository(name)],
  },
  {
    action: 'fabrique:gitlab:variable:ensure',
    before: name => [repository(name), mirror(name)],
    input: name => ({ name, key: 'WEBHOOK_TOKEN' }),
  },
  {
    action: 'fabrique:gitlab:pipeline:run',
    files: withPipeline,
    before: name => [repository(name), mirror(name)],
    input: name => ({ name, wait: false }),
    ofEachTask: 'gitlab-pipelines',
    stays: {
      '/counts/gitlab-pipelines': 'what a pipeline did cannot be undone',
      '/documents/gitlab-pipelines': 'what a pipeline did cannot be undone',
    },
  },
];
