import { mkdir, writeFile } from 'fs/promises';
import { dirname } from 'path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import {
  AppNames,
  Environment,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  GithubProvisioner,
  SealedSecret,
  SealingCertificates,
  sealSecret,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { stringify } from 'yaml';
import { EnsuredResource } from '../ensure';
import { SecretReference, SecretSink, SecretWish } from './SecretSink';

/** Kept in the checkpoint of a task: a manifest that only the cluster can open. */
type SealedSecretFile = {
  reference: SecretReference;
  /** Missing when the repository has the file already, and in a dry run. */
  file?: { path: string; manifest: SealedSecret };
};

/**
 * Puts secrets into SealedSecret files of the workspace, one for each environment. If the repository
 * holds the file on its default branch, the secret is kept as it is; otherwise its values are made and
 * sealed: for the whole cluster in development and preproduction, whose namespaces come and go with
 * branches, and for the namespace in production.
 *
 * @public
 */
export function createSealedSecretSink(sink: {
  certificates: SealingCertificates;
  github: Pick<GithubProvisioner, 'hasFile'>;
}): SecretSink {
  return { createResource: wish => createSealedSecretResource(sink, wish) };
}

function createSealedSecretResource(
  sink: {
    certificates: SealingCertificates;
    github: Pick<GithubProvisioner, 'hasFile'>;
  },
  wish: SecretWish,
): EnsuredResource<{ isInRepository: boolean }, SealedSecretFile> {
  const { names, environment, secretName, keys } = wish;
  const path = toSecretPath(names, environment, secretName);
  const reference: SecretReference = {
    sink: 'sealed-secret',
    name: secretName,
    keys,
  };
  return {
    key: `sealed-secret/${names.repository}/${environment}/${secretName}`,
    title: `sealed secret ${secretName} of ${environment}`,
    async read({ signal }) {
      return {
        isInRepository: await sink.github.hasFile(names.name, path, { signal }),
      };
    },
    plan({ isInRepository }) {
      if (!isInRepository) return { verb: 'create', detail: path };
      return wish.replaces
        ? { verb: 'update', detail: path }
        : { verb: 'nothing', detail: 'the repository has it' };
    },
    async apply(_found, call) {
      const { cluster, namespace } = names.environments[environment];
      // The certificate comes first: values that cannot be sealed must not be made.
      const certificatePem = await sink.certificates.get(cluster, call);
      const manifest = sealSecret({
        certificatePem,
        name: secretName,
        values: await wish.makeValues(call),
        ...(environment === 'prod'
          ? { scope: 'namespace-wide', namespace }
          : { scope: 'cluster-wide' }),
      });
      return { reference, file: { path, manifest } };
    },
    refer: () => ({ reference }),
    async settle({ file }) {
      if (!file) return;
      const target = resolveSafeChildPath(wish.workspacePath, file.path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, stringify(file.manifest, { lineWidth: 0 }));
    },
  };
}

/** Where the deployment of an application looks for its sealed secrets. */
export function toSecretPath(
  names: AppNames,
  environment: Environment,
  secretName: string,
): string {
  const folder =
    names.preset === 'gen2-ovh'
      ? `.kontinuous/env/${environment}/templates`
      : `.socialgouv/environments/${environment}`;
  return `${folder}/${secretName}.sealed-secret.yaml`;
}
