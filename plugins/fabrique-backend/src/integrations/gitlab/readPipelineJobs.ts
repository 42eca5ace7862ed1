import {
  GitlabClient,
  GitlabJobs,
  GitlabPipelineItem,
} from '@socialgouv/backstage-plugin-fabrique-node';

/** Jobs of pipelines, by the id of the pipeline; each is asked for once. */
export async function readPipelineJobs(
  gitlab: GitlabClient,
  project: string,
  pipelines: (GitlabPipelineItem | undefined)[],
  options: { signal: AbortSignal },
): Promise<Map<number, GitlabJobs>> {
  const ids = new Set(pipelines.flatMap(pipeline => pipeline?.id ?? []));
  const entries = await Promise.all(
    [...ids].map(
      async id =>
        [id, await gitlab.listPipelineJobs(project, id, options)] as const,
    ),
  );
  return new Map(entries);
}
