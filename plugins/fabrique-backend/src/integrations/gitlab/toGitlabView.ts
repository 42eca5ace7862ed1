import {
  Environment,
  GitlabEnvironment,
  GitlabPipeline,
  GitlabView,
  parseDeploymentName,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  GitlabDeployments,
  GitlabEnvironments,
  GitlabJobs,
  GitlabPipelineItem,
  GitlabProject,
  GitlabPullMirror,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { MirrorLag } from './readMirrorLag';
import { withoutCredentials } from './withoutCredentials';
import { toGitlabPipeline } from './toGitlabPipeline';

type Mirror = NonNullable<GitlabView['mirror']>;

const shownPipelines = 5;

/** What GitLab, and the source of its mirror, answered about one project or one of its branches. */
export interface GitlabAnswers {
  project: GitlabProject;
  /** The review branch that all is about. */
  branch?: string;
  /** Newest first. */
  pipelines: GitlabPipelineItem[];
  lastPipelines: Partial<Record<Environment, GitlabPipelineItem>>;
  /** By pipeline; those that are not there were not asked for. */
  jobs: Map<number, GitlabJobs>;
  environments: GitlabEnvironments;
  /** Newest first. */
  deployments: GitlabDeployments;
  mirror?: MirrorLag & {
    pull: GitlabPullMirror;
    branch?: string;
    mirroredHead?: string;
    /** Names of the mirror's branches, where all were asked for. */
    mirroredBranches?: string[];
  };
}

/** Makes the view of what GitLab answered. */
export function toGitlabView(answers: GitlabAnswers): GitlabView {
  const { project, branch, jobs, lastPipelines } = answers;
  const toPipeline = (pipeline: GitlabPipelineItem) =>
    toGitlabPipeline(pipeline, jobs.get(pipeline.id));
  return {
    project: project.path_with_namespace,
    defaultBranch: project.default_branch ?? undefined,
    branch,
    pipelines: answers.pipelines.slice(0, shownPipelines).map(toPipeline),
    lastPipelines: mapPresent(lastPipelines, toPipeline),
    environments: toEnvironments(answers),
    mirror: answers.mirror && toMirror(answers.mirror),
  };
}

function mapPresent(
  pipelines: GitlabAnswers['lastPipelines'],
  toPipeline: (pipeline: GitlabPipelineItem) => GitlabPipeline,
): GitlabView['lastPipelines'] {
  return Object.fromEntries(
    Object.entries(pipelines).flatMap(([environment, pipeline]) =>
      pipeline ? [[environment, toPipeline(pipeline)]] : [],
    ),
  );
}

/** Last deployed first; those never deployed keep their place at the end. */
function toEnvironments({
  environments,
  deployments,
}: GitlabAnswers): GitlabEnvironment[] {
  return environments
    .map(({ name, external_url }) => {
      const last = deployments.find(item => item.environment.name === name);
      return {
        name,
        ...parseDeploymentName(name),
        url: isWebAddress(external_url) ? external_url : undefined,
        lastDeployedAt: last?.deployable?.finished_at ?? last?.created_at,
        deployedRef: last?.ref ?? undefined,
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

function toMirror(answers: NonNullable<GitlabAnswers['mirror']>): Mirror {
  const { pull, lag, sourceBranches } = answers;
  return {
    sourceUrl: withoutCredentials(pull.url),
    status: toMirrorStatus(pull.update_status),
    lastSuccessfulAt: pull.last_successful_update_at ?? undefined,
    lastError: pull.last_error
      ? withoutCredentials(pull.last_error)
      : undefined,
    branch: answers.branch,
    mirroredHead: answers.mirroredHead,
    sourceHead: answers.sourceHead,
    commitsBehind: lag?.commitsBehind,
    behindSince: lag?.behindSince,
    orphanBranches: sourceBranches
      ? (answers.mirroredBranches ?? []).filter(
          name => !sourceBranches.has(name),
        )
      : [],
  };
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
