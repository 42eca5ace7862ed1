import {
  gitlabAnnotation,
  gitlabInstanceAnnotation,
  GitlabView,
  isReviewBranch,
  toGitlabVerdict,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  GitlabClient,
  GitlabMirrorClient,
  MirrorSourceClient,
  readLinkAnnotation,
  UpstreamError,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { computeEntityNames } from '../../names/computeEntityNames';
import { createProviderFactory } from '../ProviderFactory';
import { GitlabClients } from './GitlabClients';
import { readGitlabBranch } from './readGitlabBranch';
import { readGitlabProject } from './readGitlabProject';
import { toGitlabView } from './toGitlabView';

export type GitlabTarget = {
  project: string;
  /** Narrows the answer to what concerns one review branch. */
  branch?: string;
};

/** How GitLab answers for an entity: the same in every environment, and each review branch for itself. */
export const gitlabProvider = createProviderFactory<'gitlab', GitlabTarget>(
  ({ config, thresholds, gitlab: api, github }) => {
    if (!api) return undefined;
    const clients: GitlabClients = {
      gitlab: GitlabClient.create(api),
      mirrors: GitlabMirrorClient.create(api),
      source: github && MirrorSourceClient.create(github),
    };

    return {
      id: 'gitlab',
      annotation: gitlabAnnotation,
      scope: 'branch',
      freshForMs: 30_000,

      toTarget(entity, _environment, branch) {
        const instance = readLinkAnnotation(entity, gitlabInstanceAnnotation);
        if (instance && instance !== api.config.host) {
          throw new UpstreamError(
            `${gitlabInstanceAnnotation.name} names ${instance}; the portal is connected to ${api.config.host}`,
            {
              kind: 'misconfigured-link',
              annotation: gitlabInstanceAnnotation.name,
            },
          );
        }
        const project = readLinkAnnotation(entity, gitlabAnnotation);
        return project ? { project, branch } : undefined;
      },

      deriveTarget(entity, _environment, branch) {
        const project = computeEntityNames(entity, config)?.gitlabProject;
        return project ? { project, branch } : undefined;
      },

      describe: ({ project }) => ({
        title: project,
        url: `${api.config.webUrl}/${project}`,
      }),

      async load({ project, branch }, options) {
        return toGitlabView(
          branch
            ? await readGitlabBranch(clients, { project, branch }, options)
            : await readGitlabProject(clients, project, options),
        );
      },

      toReviewBranches: ({ environments, defaultBranch }: GitlabView) =>
        environments
          .flatMap(({ branch }) => branch ?? [])
          .filter(name => isReviewBranch(name) && name !== defaultBranch),

      toVerdict: (view, now) => toGitlabVerdict(view, thresholds.gitlab, now),
    };
  },
);
