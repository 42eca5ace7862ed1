import { HistoryCommit } from '../git/importHistory';
import {
  PullRequestDocument,
  ReleaseDocument,
} from '../integrations/github/githubState';
import { FleetApp } from './fleet';
import { membersOf, renovate, socialGroovyBot } from './seedPeople';
import {
  changes,
  countCommits,
  dependencies,
  toFirstNumber,
  toSeededPulls,
} from './seedPulls';
import { toRepositoryFiles, toVersionedFiles } from './seedRepositoryFiles';
import { versionsOf } from './seedVersions';
import { pick, toFraction, toWhole } from './stableNoise';

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
  const count = countCommits(app);
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
  const firstNumber = toFirstNumber(app);

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

  const { pullRequests, branchCommits } = toSeededPulls(app, {
    commitCount: count,
    firstNumber,
    firstId,
    now,
  });
  return {
    commits: [...commits, ...branchCommits],
    mainCount: count,
    pullRequests,
    releases,
  };
}
