import { HistoryCommit } from '../git/importHistory';
import { PullRequestDocument } from '../integrations/github/githubState';
import { FleetApp } from './fleet';
import { membersOf, renovate } from './seedPeople';
import { pick, toFraction, toWhole } from './stableNoise';

/** What commits are called. */
export const changes = [
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

/** What renovate updates. */
export const dependencies = [
  'next to v15.1.4',
  'react monorepo to v19',
  '@sentry/nextjs to v8.49.0',
  'typescript to v5.8.2',
  '@codegouvfr/react-dsfr to v1.16.2',
  'pg to v8.14.0',
  'node.js to v22.13',
  'vitest to v3',
];

/** How many commits the default branch of an application has. */
export const countCommits = ({ name }: FleetApp) =>
  toWhole(14, 38, name, 'commits');

/** Number of the first pull request that is told of. */
export const toFirstNumber = ({ name }: FleetApp) =>
  toWhole(20, 900, name, 'number');

const hour = 3_600_000;

/** Title and branch of the open pull requests: every other one is renovate's. */
function toOpenPulls(app: FleetApp) {
  const count = countCommits(app);
  const firstNumber = toFirstNumber(app);
  const openCount = toWhole(0, 5, app.name, 'pulls');
  return Array.from({ length: openCount }, (_, index) => {
    const isRenovate = index % 2 === 0;
    const dependency = dependencies[(index + count) % dependencies.length];
    const title = isRenovate
      ? `chore(deps): update dependency ${dependency}`
      : changes[(index + count) % changes.length];
    const head = isRenovate
      ? `renovate/${dependency.replace(/[^a-z0-9.]+/gi, '-').replace(/^-/, '')}`
      : `${title.startsWith('fix') ? 'fix' : 'feat'}/sujet-${
          firstNumber + index
        }`;
    return { title, head, isRenovate };
  });
}

/** Makes up the open pull requests of an application, and the commits of their branches. */
export function toSeededPulls(
  app: FleetApp,
  options: {
    commitCount: number;
    firstNumber: number;
    firstId: number;
    now: Date;
  },
): { pullRequests: PullRequestDocument[]; branchCommits: HistoryCommit[] } {
  const { commitCount, firstNumber, firstId, now } = options;
  const pullRequests: PullRequestDocument[] = [];
  const branchCommits = toOpenPulls(app).map(
    ({ title, head, isRenovate }, index): HistoryCommit => {
      const someone = pick(membersOf(app.team), app.name, 'pull', index);
      const age = toFraction(app.name, 'age', index) * 240 + 1;
      const date = new Date(now.getTime() - age * hour);
      const number = firstNumber + commitCount + index;
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
        from: commitCount - 4,
        author: isRenovate
          ? renovate
          : { name: someone.displayName, email: someone.email },
        date,
        message: title,
        files: { [`docs/pull-${number}.md`]: `${title}\n` },
      };
    },
  );
  return { pullRequests, branchCommits };
}

/** Applications of which the branches of the open pull requests run in the development cluster. */
const reviewedApps = ['domifa', 'egapro', 'carnet-de-bord', 'secretariat'];

/** Branches of an application that have a review environment. */
export function listReviewBranches(app: FleetApp): string[] {
  return reviewedApps.includes(app.name)
    ? toOpenPulls(app).map(({ head }) => head)
    : [];
}
