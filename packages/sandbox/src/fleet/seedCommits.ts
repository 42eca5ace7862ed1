import { HistoryCommit } from '../git/importHistory';
import {
  PullRequestDocument,
  ReleaseDocument,
} from '../integrations/github/githubState';
import { FleetApp } from './fleet';
import { membersOf, renovate, socialGroovyBot } from './seedPeople';
import { toRepositoryFiles, toVersionedFiles } from './seedRepositoryFiles';
import { versionsOf } from './seedVersions';
import { pick, toFraction, toWhole } from './stableNoise';

const changes = [
  'feat: ajoute la recherche par mot-clé',
  'feat: exporte les résultats en CSV',
  "feat: affiche l'état de la déclaration d'accessibilité",
  'feat: prévient par e-mail à chaque étape',
  'feat: enregistre le brouillon du formulaire',
  'feat: met à jour le système de design',
  "fix: corrige l'ordre des dates dans le tableau",
  'fix: garde le filtre au retour en arrière',
  'fix: annonce les erreurs du formulaire aux lecteurs d’écran',
  'fix: évite un double envoi',
  'fix: limite la taille des pièces jointes',
  'fix: respecte le fuseau horaire des départements',
  'refactor: sépare la lecture et le calcul',
  'test: couvre les cas sans réponse',
  'docs: décrit la mise en route',
  'perf: charge les listes par page',
];

const dependencies = [
  'next to v15.1.4',
  'react monorepo to v19',
  '@sentry/nextjs to v8.49.0',
  'typescript to v5.8.2',
  '@codegouvfr/react-dsfr to v1.16.2',
  'pg to v8.14.0',
  'node.js to v22.13',
  'vitest to v3',
];

/** Everything that git and GitHub know of the past of one application. */
export interface SeededHistory {
  /** On `main`, oldest first, then those of the open pull requests' branches. */
  commits: HistoryCommit[];
  /** How many of them are on `main`. */
  mainCount: number;
  pullRequests: PullRequestDocument[];
  releases: ReleaseDocument[];
}

const hour = 3_600_000;

/** Times of the commits, oldest first: within working hours, over four months; the last one is recent. */
function toDates(app: FleetApp, count: number, now: Date): Date[] {
  if (app.scenarios.includes('mirror-behind')) {
    const last = [5.5, 3.2, 1.1].map(hours => now.getTime() - hours * hour);
    return [...toPastDates(app, count - 3, now, 30), ...last].map(
      time => new Date(time),
    );
  }
  const newest = toWhole(2, 70, app.name, 'newest');
  return toPastDates(app, count, now, newest).map(time => new Date(time));
}

function toPastDates(
  { name }: FleetApp,
  count: number,
  now: Date,
  newestHours: number,
): number[] {
  const span = 120 * 24;
  return Array.from({ length: count }, (_, index) => {
    const part = (count - 1 - index) / count;
    const jitter = (toFraction(name, 'when', index) * 0.6 * span) / count;
    const age = newestHours + part * span + (index < count - 1 ? jitter : 0);
    return now.getTime() - age * hour;
  }).sort((a, b) => a - b);
}

/** Makes up the history of an application, always the same for the same name and time. */
export function toSeededHistory(
  app: FleetApp,
  options: { githubUrl: string; now: Date; firstId: number },
): SeededHistory {
  const { name } = app;
  const { now, firstId } = options;
  const versions = versionsOf(name);
  const count = toWhole(14, 38, name, 'commits');
  const dates = toDates(app, count, now);
  const team = membersOf(app.team);
  const person = (index: number) => {
    const someone = pick(team, name, 'author', index);
    return { name: someone.displayName, email: someone.email };
  };
  // The last release is older than the last few commits.
  const releaseAt = new Map(
    versions.map((version, index) => [
      Math.round(((index + 1) * (count - 5)) / versions.length),
      version,
    ]),
  );
  const releases: ReleaseDocument[] = [];
  const firstNumber = toWhole(20, 900, name, 'number');

  const commits = dates.map((date, index): HistoryCommit => {
    const base = { branch: 'main', date };
    if (index === 0) {
      return {
        ...base,
        author: person(0),
        message: 'feat: commence le projet',
        files: toRepositoryFiles(app, versions[0], options.githubUrl),
      };
    }
    const version = releaseAt.get(index);
    if (version) {
      releases.push({
        id: firstId * 1000 + releases.length + 1,
        tag: `v${version}`,
        name: `v${version}`,
        body: `Voir CHANGELOG.md, version ${version}.`,
        draft: false,
        prerelease: false,
        author: 'socialgroovybot',
        createdAt: date.toISOString(),
        publishedAt: date.toISOString(),
      });
      return {
        ...base,
        author: socialGroovyBot,
        message: `chore(release): v${version}`,
        files: {
          ...toVersionedFiles(app, version),
          'CHANGELOG.md': `# ${version}\n`,
        },
        tags: [`v${version}`],
      };
    }
    const isRenovate = toFraction(name, 'renovate', index) < 0.3;
    const what = isRenovate
      ? `chore(deps): update dependency ${pick(dependencies, name, index)}`
      : pick(changes, name, 'change', index);
    return {
      ...base,
      author: isRenovate ? renovate : person(index),
      message: `${what} (#${firstNumber + index})`,
      files: { [`docs/${index}.md`]: `${what}\n` },
    };
  });

  const openCount = toWhole(0, 5, name, 'pulls');
  const pullRequests: PullRequestDocument[] = [];
  const branchCommits = Array.from({ length: openCount }, (_, index) => {
    const isRenovate = index % 2 === 0;
    const dependency = dependencies[(index + count) % dependencies.length];
    const title = isRenovate
      ? `chore(deps): update dependency ${dependency}`
      : changes[(index + count) % changes.length];
    const someone = pick(team, name, 'pull', index);
    const head = isRenovate
      ? `renovate/${dependency.replace(/[^a-z0-9.]+/gi, '-').replace(/^-/, '')}`
      : `${title.startsWith('fix') ? 'fix' : 'feat'}/sujet-${
          firstNumber + index
        }`;
    const age = toFraction(name, 'age', index) * 240 + 1;
    const date = new Date(now.getTime() - age * hour);
    const number = firstNumber + count + index;
    pullRequests.push({
      id: firstId * 1000 + number,
      number,
      title,
      state: 'open',
      draft: !isRenovate && index % 4 === 3,
      author: isRenovate ? 'renovate[bot]' : someone.login,
      head,
      base: 'main',
      createdAt: date.toISOString(),
      updatedAt: date.toISOString(),
    });
    return {
      branch: head,
      from: count - 4,
      author: isRenovate
        ? renovate
        : { name: someone.displayName, email: someone.email },
      date,
      message: title,
      files: { [`docs/pull-${number}.md`]: `${title}\n` },
    };
  });
  return {
    commits: [...commits, ...branchCommits],
    mainCount: count,
    pullRequests,
    releases,
  };
}
