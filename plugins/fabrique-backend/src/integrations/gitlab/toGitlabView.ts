import { GitlabView } from '@socialgouv/backstage-plugin-fabrique-common';
import {
  GitlabBranches,
  GitlabDeployments,
  GitlabEnvironments,
  GitlabJobs,
  GitlabPipelineItem,
  GitlabProject,
  GitlabPullMirror,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { toGitlabPipeline } from './toGitlabPipeline';

type Mirror = NonNullable<GitlabView['mirror']>;

const shownPipelines = 5;

/** What GitLab, and the source of its mirror, answered about one project. */
export interface GitlabAnswers {
  project: GitlabProject;
  /** Newest first. */
  pipelines: GitlabPipelineItem[];
  defaultBranchPipeline?: GitlabPipelineItem;
  prodPipeline?: GitlabPipelineItem;
  /** By pipeline; those that are not there were not asked for. */
  jobs: Map<number, GitlabJobs>;
  environments: GitlabEnvironments;
  /** Newest first. */
  deployments: GitlabDeployments;
  branches: GitlabBranches;
  mirror?: GitlabPullMirror;
  /** Heads of the mirror's source by branch; absent when it could not be read. */
  sourceHeads?: Map<string, string>;
  lag?: { commitsBehind: number; behindSince?: string };
}

/** Makes the view of a project of what GitLab answered. */
export function toGitlabView(answers: GitlabAnswers): GitlabView {
  const { project, jobs } = answers;
  const toPipeline = (pipeline: GitlabPipelineItem) =>
    toGitlabPipeline(pipeline, jobs.get(pipeline.id));
  return {
    project: project.path_with_namespace,
    defaultBranch: project.default_branch ?? undefined,
    pipelines: answers.pipelines.slice(0, shownPipelines).map(toPipeline),
    defaultBranchPipeline:
      answers.defaultBranchPipeline &&
      toPipeline(answers.defaultBranchPipeline),
    prodPipeline: answers.prodPipeline && toPipeline(answers.prodPipeline),
    environments: toEnvironments(answers),
    mirror: answers.mirror && toMirror(answers.mirror, answers),
  };
}

/** Last deployed first; those never deployed keep their place at the end. */
function toEnvironments({
  environments,
  deployments,
}: GitlabAnswers): GitlabView['environments'] {
  return environments
    .map(({ name, external_url }) => {
      const last = deployments.find(item => item.environment.name === name);
      return {
        name,
        url: isWebAddress(external_url) ? external_url : undefined,
        lastDeployedAt: last?.deployable?.finished_at ?? last?.created_at,
      };
    })
    .sort((a, b) =>
      (b.lastDeployedAt ?? '').localeCompare(a.lastDeployedAt ?? ''),
    );
}

/** Whoever may push a branch writes the addresses of its environments. */
function isWebAddress(url: string | null | undefined): url is string {
  return /^https?:\/\//.test(url ?? '');
}

function toMirror(mirror: GitlabPullMirror, answers: GitlabAnswers): Mirror {
  const { project, branches, sourceHeads, lag } = answers;
  const branch = project.default_branch ?? '';
  return {
    sourceUrl: withoutCredentials(mirror.url),
    status: toMirrorStatus(mirror.update_status),
    lastSuccessfulAt: mirror.last_successful_update_at ?? undefined,
    lastError: mirror.last_error
      ? withoutCredentials(mirror.last_error)
      : undefined,
    mirroredHead: branches.find(({ name }) => name === branch)?.commit.id,
    sourceHead: sourceHeads?.get(branch),
    commitsBehind: lag?.commitsBehind,
    behindSince: lag?.behindSince,
    orphanBranches: sourceHeads
      ? branches.map(({ name }) => name).filter(name => !sourceHeads.has(name))
      : [],
  };
}

/** GitLab masks them in the address, and repeats what git says in its errors. */
function withoutCredentials(text: string): string {
  return text.replace(/\/\/[^\s/@]*@/g, '//');
}

function toMirrorStatus(status: string | null | undefined): Mirror['status'] {
  const known: Mirror['status'][] = [
    'scheduled',
    'started',
    'finished',
    'failed',
    'canceled',
  ];
  return known.find(name => name === status) ?? 'none';
}
