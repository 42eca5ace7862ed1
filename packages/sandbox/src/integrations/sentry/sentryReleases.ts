import { toFraction, toWhole } from '../../fleet/stableNoise';
import { SentryProject, SentryState } from './SentryState';

const day = 86_400_000;

/** A version that reported itself. */
export interface SentryRelease {
  version: string;
  dateCreated: Date;
  project: SentryProject;
}

/** The releases of some projects, newest first. */
export function listReleases(
  state: SentryState,
  projects: SentryProject[],
): SentryRelease[] {
  const today = Math.floor(state.now().getTime() / day) * day;
  return projects
    .flatMap(project => {
      const { app, slug, id } = project;
      const received = Object.entries(state.counts.get(id)?.releases ?? {});
      // Every week or so a version; the oldest of five is a month old.
      const seeded = app
        ? Array.from({ length: 5 }, (_, index) => ({
            version: `v1.${toWhole(2, 48, app, 'minor') - index}.0`,
            dateCreated: new Date(
              today - (2 + index * 7 + 5 * toFraction(slug, index)) * day,
            ),
            project,
          }))
        : [];
      return [
        ...seeded,
        ...received.map(([version, time]) => ({
          version,
          dateCreated: new Date(time),
          project,
        })),
      ];
    })
    .sort((a, b) => b.dateCreated.getTime() - a.dateCreated.getTime());
}

/** A release as Sentry tells it. */
export function toRelease(release: SentryRelease, index: number): object {
  const { version, dateCreated, project } = release;
  return {
    id: Number(project.id) * 1000 + index,
    version,
    shortVersion: version,
    status: 'open',
    versionInfo: {
      package: null,
      version: { raw: version },
      description: version,
      buildHash: null,
    },
    ref: null,
    url: null,
    dateReleased: null,
    dateCreated: dateCreated.toISOString(),
    data: {},
    newGroups: 0,
    owner: null,
    commitCount: 0,
    lastCommit: null,
    deployCount: 0,
    lastDeploy: null,
    authors: [],
    projects: [
      {
        id: Number(project.id),
        slug: project.slug,
        name: project.name,
        newGroups: 0,
        platform: project.platform ?? null,
        platforms: project.platform ? [project.platform] : [],
        hasHealthData: true,
      },
    ],
    firstEvent: null,
    lastEvent: null,
    currentProjectMeta: {},
    userAgent: null,
  };
}
