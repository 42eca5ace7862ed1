import { Config } from '@backstage/config';
import { GitlabProvisioner } from '@socialgouv/backstage-plugin-fabrique-node';
import { EnsureKernel } from '../../ensure';
import { Removers } from '../../undo/Remover';
import { createGitlabPipelineRunAction } from './createGitlabPipelineRunAction';
import { createGitlabVariableEnsureAction } from './createGitlabVariableEnsureAction';
import { createVariablesRemover } from './createVariablesResource';

/** The actions of GitLab beside the mirror itself, and what undoes them. */
export function createGitlabActions(deps: {
  kernel: EnsureKernel;
  config: Config;
  gitlab: GitlabProvisioner | undefined;
}) {
  const { gitlab } = deps;
  return {
    actions: {
      variable: createGitlabVariableEnsureAction(deps),
      pipeline: createGitlabPipelineRunAction(deps),
    },
    removers: {
      ...(gitlab && { 'gitlab-variable': createVariablesRemover(gitlab) }),
    } satisfies Removers,
  };
}
