import { rm } from 'fs/promises';
import { importHistory, HistoryCommit } from '../git/importHistory';
import {
  createRepositoryDocument,
  GithubState,
  organization,
  RepositoryDocument,
  SecurityAlertDocument,
} from '../integrations/github/githubState';
import { fleet, FleetApp, teams } from './fleet';
import { toCatalogFiles } from './seedCatalog';
import { toSeededHistory } from './seedCommits';
import { membersOf, people, socialGroovyBot } from './seedPeople';
import { toSharedCiHistory } from './seedSharedCi';

/** A time that all seeds of one data folder share, so that GitHub and GitLab tell the same story. */
export function readSeedTime(state: { context: GithubState['context'] }): Date {
  const seeds = state.context.documents<{ at: string }>('seed-time');
  const at =
    seeds.get('at') ??
    seeds.put('at', { at: state.context.now().toISOString() });
  return new Date(at.at);
}

const protection = {
  required_status_checks: null,
  enforce_admins: false,
  required_pull_request_reviews: { required_approving_review_count: 1 },
  restrictions: null,
};

/** Applications that nobody works on have open alerts, the others have fixed ones. */
function toAlerts(app: FleetApp, now: Date): SecurityAlertDocument[] {
  const isNeglected =
    app.lifecycle === 'deprecated' || app.scenarios.includes('old-ci');
  return [
    {
      number: 1,
      state: 'fixed',
      package: 'path-to-regexp',
      severity: 'high',
      summary: 'Backtracking regular expressions',
      ghsaId: 'GHSA-9wv6-86v2-598j',
      patchedVersion: '0.1.10',
      createdAt: new Date(now.getTime() - 90 * 86_400_000).toISOString(),
    },
    ...(isNeglected
      ? [
          {
            number: 2,
            state: 'open' as const,
            package: 'next',
            severity: 'critical' as const,
            summary: 'Authorization bypass in middleware',
            ghsaId: 'GHSA-f82v-jwr5-mffw',
            patchedVersion: '15.2.3',
            createdAt: new Date(now.getTime() - 12 * 86_400_000).toISOString(),
          },
        ]
      : []),
  ];
}

/** Id of the first repository; the shared CI has it, then the catalog, then the fleet. */
const firstId = 1001;

interface SeededRepository {
  document: RepositoryDocument;
  commits: HistoryCommit[];
}

function toSeededApp(
  app: FleetApp,
  index: number,
  githubUrl: string,
  now: Date,
): SeededRepository {
  const id = firstId + 2 + index;
  const history = toSeededHistory(app, { githubUrl, now, firstId: id });
  const main = history.commits.slice(0, history.mainCount);
  return {
    commits: history.commits,
    document: createRepositoryDocument({
      id,
      owner: organization,
      name: app.name,
      description: app.description,
      homepage: `https://${app.host}`,
      archived: false,
      topics: ['fabrique', app.team],
      createdAt: main[0].date.toISOString(),
      pushedAt: main[main.length - 1].date.toISOString(),
      protections: { main: protection },
      teams: { [app.team]: 'maintain', sre: 'admin' },
      pullRequests: history.pullRequests,
      releases: history.releases,
      alerts: toAlerts(app, now),
    }),
  };
}

function toSeededRepositories(
  githubUrl: string,
  now: Date,
): SeededRepository[] {
  const sharedCi = toSharedCiHistory(now, firstId);
  const catalogDate = new Date(now.getTime() - 20 * 86_400_000);
  return [
    {
      commits: sharedCi.commits,
      document: createRepositoryDocument({
        id: firstId,
        owner: organization,
        name: 'gitlab-ci-yml',
        description: 'Shared CI of the Fabrique',
        topics: ['ci'],
        createdAt: sharedCi.commits[0].date.toISOString(),
        protections: { master: protection },
        teams: { sre: 'admin' },
        releases: sharedCi.releases,
      }),
    },
    {
      commits: [
        {
          branch: 'main',
          author: socialGroovyBot,
          date: catalogDate,
          message: 'feat: décrit les équipes, les produits et les applications',
          files: toCatalogFiles(githubUrl),
        },
      ],
      document: createRepositoryDocument({
        id: firstId + 1,
        owner: organization,
        name: 'fabrique-catalog',
        description: 'Catalogue du portail',
        topics: ['backstage'],
        createdAt: catalogDate.toISOString(),
        protections: { main: protection },
        teams: { sre: 'admin' },
      }),
    },
    ...fleet.map((app, index) => toSeededApp(app, index, githubUrl, now)),
    {
      commits: [
        {
          branch: 'main',
          author: socialGroovyBot,
          date: catalogDate,
          message: 'docs: explique comment demander',
          files: {
            'README.md':
              "# Support\n\nLes demandes à l'équipe SRE sont les tickets de ce dépôt.\n",
          },
        },
      ],
      document: createRepositoryDocument({
        id: firstId + 2 + fleet.length,
        owner: organization,
        name: 'support',
        description: "Demandes à l'équipe SRE",
        topics: ['support'],
        createdAt: catalogDate.toISOString(),
        protections: { main: protection },
        teams: { sre: 'admin' },
      }),
    },
  ];
}

/**
 * Fills GitHub once: teams, and a repository with history for every application of the fleet. A
 * seed that was killed is done again; a finished one is never touched.
 */
export async function seedGithub(state: GithubState): Promise<void> {
  if (state.repositories.size > 0) return;
  const now = readSeedTime(state);
  state.teams.putAll(
    teams.map((slug, index) => [
      slug,
      {
        id: 201 + index,
        slug,
        name: slug,
        description: `Équipe ${slug}`,
        members: membersOf(slug).map(({ login }) => login),
        createdAt: now.toISOString(),
      },
    ]),
  );
  const repositories = toSeededRepositories(state.context.urls.github, now);
  const queue = [...repositories];
  const importNext = async (): Promise<void> => {
    const next = queue.shift();
    if (!next) return;
    const { owner, name } = next.document;
    const directory = state.directory(owner, name);
    await rm(directory, { recursive: true, force: true });
    const repository = await importHistory(directory, next.commits);
    await repository.repairDefaultBranch();
    await importNext();
  };
  await Promise.all([importNext(), importNext(), importNext()]);
  // Last: its presence says that everything else is there.
  state.repositories.putAll(
    repositories.map(({ document }) => [
      `${document.owner}/${document.name}`.toLowerCase(),
      document,
    ]),
  );
  state.context.log(
    `github: seeded ${repositories.length} repositories and ${people.length} people`,
  );
}
