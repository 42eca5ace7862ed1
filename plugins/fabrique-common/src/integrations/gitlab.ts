import {
  createVerdict,
  Verdict,
  VerdictReason,
  VerdictWords,
} from '../verdict';
import { AnnotationDefinition } from '../annotation';
import { Environment } from '../environment';
import { Failure } from '../failure';

/**
 * Links an entity to its GitLab mirror.
 *
 * @public
 */
export const gitlabAnnotation: AnnotationDefinition = {
  name: 'gitlab.com/project-slug',
  title: { en: 'GitLab project', fr: 'Projet GitLab' },
  description: {
    en: 'Full path of the project on the GitLab that mirrors the repository and runs its pipelines.',
    fr: 'Chemin complet du projet sur le GitLab qui reçoit le miroir du dépôt et exécute ses pipelines.',
  },
  pattern: '[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)+',
  example: 'SocialGouv/domifa',
};

/**
 * Says on which GitLab the project is, where a portal knows several.
 *
 * @public
 */
export const gitlabInstanceAnnotation: AnnotationDefinition = {
  name: 'gitlab.com/instance',
  title: { en: 'GitLab instance', fr: 'Instance GitLab' },
  description: {
    en: 'Host of the GitLab on which the project is. It must be the one that the portal is connected to, which is taken for granted without it.',
    fr: 'Hôte du GitLab où se trouve le projet. Ce doit être celui auquel le portail est connecté, qui va de soi sans cette annotation.',
  },
  pattern: '[A-Za-z0-9.-]+(:[0-9]+)?',
  example: 'gitlab.factory.social.gouv.fr',
};

/**
 * Pipeline and job states, as GitLab names them.
 *
 * @public
 */
export type GitlabPipelineStatus =
  | 'created'
  | 'waiting_for_resource'
  | 'preparing'
  | 'pending'
  | 'running'
  | 'success'
  | 'failed'
  | 'canceled'
  | 'skipped'
  | 'manual'
  | 'scheduled';

/**
 * A pipeline with its stages.
 *
 * @public
 */
export interface GitlabPipeline {
  id: number;
  ref: string;
  sha: string;
  status: GitlabPipelineStatus;
  createdAt: string;
  /** Seconds; absent while it runs. */
  durationSeconds?: number;
  /** In the order of the pipeline; a stage's status is that of its worst job. */
  stages: { name: string; status: GitlabPipelineStatus }[];
  /** First failed job, where there is one. */
  failedJob?: { name: string; url: string };
  url: string;
}

/**
 * An environment of a project, as its deploy jobs name it.
 *
 * @public
 */
export interface GitlabEnvironment {
  /** `prod`, `preprod-dev`, `feat/login-dev`. */
  name: string;
  /** What the name stands for; absent for one that follows no convention. */
  environment?: Environment;
  /** The review branch that it belongs to, in `dev`. */
  branch?: string;
  url?: string;
  lastDeployedAt?: string;
  /** Branch or tag that was deployed last. */
  deployedRef?: string;
}

/**
 * A GitLab project that mirrors a GitHub repository: as a whole, or what concerns one review branch.
 *
 * @public
 */
export interface GitlabView {
  project: string;
  defaultBranch?: string;
  /** The review branch that the view is about. */
  branch?: string;
  /** Newest first, five at most; of the branch, where the view is about one. */
  pipelines: GitlabPipeline[];
  /**
   * The newest pipeline for each environment: of the newest release tag for `prod`, of the default branch
   * (or of the review branch) for `dev`, the one that was deployed last for `preprod`.
   */
  lastPipelines: Partial<Record<Environment, GitlabPipeline>>;
  /** Last deployed first. */
  environments: GitlabEnvironment[];
  /** Absent when the project is no pull mirror, or the portal's token may not see it. */
  mirror?: {
    /** Where it pulls from, without credentials. */
    sourceUrl: string;
    status:
      | 'none'
      | 'scheduled'
      | 'started'
      | 'finished'
      | 'failed'
      | 'canceled';
    lastSuccessfulAt?: string;
    lastError?: string;
    /** The branch that heads and commits are about. */
    branch?: string;
    /** Heads of that branch; `sourceHead` is absent when the source could not be read. */
    mirroredHead?: string;
    sourceHead?: string;
    /** Commits that the source has and the mirror does not; absent when it could not be counted. */
    commitsBehind?: number;
    /** ISO 8601 time of the oldest commit that is missing. */
    behindSince?: string;
    /** Branches that exist only in the mirror. */
    orphanBranches: string[];
  };
}

/**
 * How copying from the source went, after it was asked for.
 *
 * @public
 */
export type GitlabMirrorRun =
  | { state: 'finished' }
  /** GitLab has been asked and still copies. */
  | { state: 'running' }
  /** GitLab refused, or tried and could not: `lastError` has its words, without credentials. */
  | { state: 'failed'; failure?: Failure; lastError?: string };

/**
 * When a GitLab project is in trouble.
 *
 * @public
 */
export interface GitlabThresholds {
  /** A mirror behind for longer than this asks for attention, in minutes. */
  mirrorLagMinutes: number;
  /** Commits that a mirror may be behind. */
  mirrorLagCommits: number;
  /** A pipeline that runs for longer than this asks for attention, in minutes. */
  pipelineRunningMinutes: number;
}

/**
 * Defaults of {@link GitlabThresholds}.
 *
 * @public
 */
export const defaultGitlabThresholds: GitlabThresholds = {
  mirrorLagMinutes: 15,
  mirrorLagCommits: 1,
  pipelineRunningMinutes: 120,
};

/**
 * Judges a GitLab project.
 *
 * @public
 */
export function toGitlabVerdict(
  view: GitlabView,
  thresholds: GitlabThresholds,
  now: Date,
): Verdict {
  const reasons: VerdictReason[] = [];
  const minutesSince = (at: string) =>
    (now.getTime() - Date.parse(at)) / 60_000;
  const { prod, dev } = view.lastPipelines;
  const failed = [prod, dev].filter(p => p?.status === 'failed');
  for (const pipeline of new Map(failed.map(p => [p!.id, p!])).values()) {
    reasons.push({
      level: 'problem',
      key: 'gitlab.pipelineFailed',
      params: { ref: pipeline.ref },
    });
  }
  const { mirror } = view;
  if (mirror?.status === 'failed') {
    reasons.push({ level: 'attention', key: 'gitlab.mirrorFailed' });
  }
  const behind = mirror?.commitsBehind ?? 0;
  if (behind > thresholds.mirrorLagCommits) {
    reasons.push({
      level: 'attention',
      key: 'gitlab.mirrorBehind',
      params: { count: behind },
    });
  } else if (
    mirror?.behindSince &&
    minutesSince(mirror.behindSince) > thresholds.mirrorLagMinutes
  ) {
    reasons.push({
      level: 'attention',
      key: 'gitlab.mirrorLate',
      params: { minutes: Math.round(minutesSince(mirror.behindSince)) },
    });
  }
  for (const pipeline of view.pipelines) {
    if (
      pipeline.status === 'running' &&
      minutesSince(pipeline.createdAt) > thresholds.pipelineRunningMinutes
    ) {
      reasons.push({
        level: 'attention',
        key: 'gitlab.pipelineLong',
        params: { ref: pipeline.ref },
      });
    }
  }
  return createVerdict(reasons);
}

/**
 * Name of the service, and the sentences of {@link toGitlabVerdict}.
 *
 * @public
 */
export const gitlabVerdictWords = {
  title: 'GitLab',
  reason: {
    pipelineFailed: 'the last pipeline of {{ref}} failed',
    mirrorFailed: 'the mirror no longer copies the repository',
    mirrorBehind_one: 'the mirror is {{count, number}} commit behind',
    mirrorBehind_other: 'the mirror is {{count, number}} commits behind',
    mirrorLate: 'the mirror has been late for {{duration}}',
    pipelineLong: 'a pipeline of {{ref}} is taking unusually long',
  },
} as const satisfies VerdictWords;

/**
 * French of {@link gitlabVerdictWords}.
 *
 * @public
 */
export const frGitlabVerdictWords = {
  title: 'GitLab',
  reason: {
    pipelineFailed: 'le dernier pipeline sur {{ref}} a échoué',
    mirrorFailed: 'le miroir ne copie plus le dépôt',
    mirrorBehind_one: 'le miroir a {{count, number}} commit de retard',
    mirrorBehind_other: 'le miroir a {{count, number}} commits de retard',
    mirrorLate: 'le miroir est en retard depuis {{duration}}',
    pipelineLong: "un pipeline sur {{ref}} dure plus longtemps que d'habitude",
  },
} satisfies VerdictWords<keyof typeof gitlabVerdictWords.reason>;
