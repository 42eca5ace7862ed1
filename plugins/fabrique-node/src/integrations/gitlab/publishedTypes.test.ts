import type {
  BranchSchema,
  DeploymentSchema,
  EnvironmentSchema,
  JobSchema,
  PipelineSchema,
  ProjectSchema,
} from '@gitbeaker/rest';
import { z } from 'zod/v4';
import { expectPublished } from '../../testUtils/Unpublished';
import {
  GitlabBranches,
  GitlabDeployments,
  GitlabEnvironments,
  GitlabJobs,
  GitlabPipelines,
  GitlabProject,
} from './schema';

describe("GitLab's published types", () => {
  it('have every field that is read', () => {
    expectPublished<Omit<GitlabProject, 'mirror'>, ProjectSchema>();
    expectPublished<z.infer<typeof GitlabPipelines>, PipelineSchema[]>();
    expectPublished<GitlabJobs, JobSchema[]>();
    expectPublished<GitlabEnvironments, EnvironmentSchema[]>();
    expectPublished<GitlabDeployments, DeploymentSchema[]>();
    expectPublished<GitlabBranches, BranchSchema[]>();
    // @ts-expect-error A field that GitLab does not have is found out.
    expectPublished<{ mood: string }, PipelineSchema>();

    const pipeline: PipelineSchema = {
      id: 12,
      iid: 3,
      project_id: 7,
      sha: 'abc',
      ref: 'main',
      status: 'success',
      source: 'push',
      created_at: '2026-11-23T10:00:00Z',
      updated_at: '2026-11-23T10:05:00Z',
      web_url: 'https://gitlab/p/-/pipelines/12',
    };
    expect(GitlabPipelines.parse([pipeline])).toEqual([
      {
        id: 12,
        sha: 'abc',
        ref: 'main',
        status: 'success',
        created_at: '2026-11-23T10:00:00Z',
        web_url: 'https://gitlab/p/-/pipelines/12',
      },
    ]);
  });
});
