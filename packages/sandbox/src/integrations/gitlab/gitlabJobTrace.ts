import { JobState, PipelineDocument } from './gitlabPipelineState';

const steps: Record<string, string[]> = {
  Install: ['$ yarn install --immutable', '➤ YN0000: · Done'],
  Lint: ['$ yarn lint', 'No problem found'],
  Test: ['$ yarn test', 'All tests passed'],
  Build: ['$ yarn build', 'Compiled successfully'],
  'Register Kaniko image': [
    '$ /kaniko/executor --context . --dockerfile Dockerfile',
    'Pushed the image',
  ],
  'Notify Success': ['$ notify success'],
};

/** The log of a job, as far as it has come. */
export function toJobTrace(
  state: JobState,
  pipeline: PipelineDocument,
  projectPath: string,
): string {
  const { job, status, startedAt } = state;
  if (startedAt === undefined) return '';
  const [command, result] = steps[job.name] ?? [`$ ${job.name.toLowerCase()}`];
  const lines = [
    'Running with gitlab-runner 16.11.0 on runner-dev2',
    'Preparing the "kubernetes" executor',
    `Checking out ${pipeline.sha.slice(0, 8)} as detached HEAD (ref is ${
      pipeline.ref
    })...`,
    `Project ${projectPath}`,
    command,
    ...(job.log ?? []),
  ];
  if (status === 'success') {
    lines.push(...(result ? [result] : []), 'Job succeeded');
  }
  if (status === 'failed') {
    lines.push(
      job.error ?? '1 test failed: expected 200 "OK", got 500',
      'ERROR: Job failed: exit code 1',
    );
  }
  if (status === 'canceled') lines.push('ERROR: Job canceled');
  return `${lines.join('\n')}\n`;
}
