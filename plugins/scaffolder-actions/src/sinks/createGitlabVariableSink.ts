import { GitlabProvisioner } from '@socialgouv/backstage-plugin-fabrique-node';
import { EnsuredResource } from '../ensure';
import {
  createVariablesResource,
  FoundVariables,
  isProtectedIn,
  VariablesReference,
} from '../integrations/gitlab/createVariablesResource';
import { SecretReference, SecretSink, SecretWish } from './SecretSink';

/**
 * Puts secrets into CI/CD variables of the application's mirror, for the jobs of one environment. They
 * are masked, and protected where the environment's branches and tags are. What is set stays as it is,
 * unless it is replaced.
 *
 * @public
 */
export function createGitlabVariableSink(sink: {
  gitlab: GitlabProvisioner;
}): SecretSink {
  return { createResource: wish => createSecretResource(sink.gitlab, wish) };
}

function createSecretResource(
  gitlab: GitlabProvisioner,
  wish: SecretWish,
): EnsuredResource<FoundVariables, { reference: SecretReference }> {
  const { names, environment, keys, replaces, makeValues } = wish;
  const { key, title, ledger, read, plan, ...variables } =
    createVariablesResource({
      gitlab,
      names,
      environment,
      keys,
      isProtected: isProtectedIn(environment),
      replaces,
      makeValues,
    });
  const toSecret = ({ scope }: VariablesReference) => ({
    reference: { sink: 'gitlab-variable' as const, name: scope, keys },
  });
  return {
    key,
    title,
    ledger,
    read,
    plan,
    async apply(found, call) {
      return toSecret(await variables.apply(found, call));
    },
    refer: found => toSecret(variables.refer(found)),
    locate: () =>
      `${gitlab.baseUrl}/${gitlab.group}/${names.name}/-/settings/ci_cd`,
  };
}
