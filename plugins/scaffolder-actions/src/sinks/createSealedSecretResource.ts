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
import { EnsureCall, EnsuredResource } from '../ensure';

/**
 * Where a secret went, never the secret itself.
 *
 * @public
 */
export type SecretReference = {
  sink: 'sealed-secret';
  name: string;
  keys: string[];
};

/** Kept in the checkpoint of a task: a manifest that only the cluster can open. */
type SealedSecretFile = {
  reference: SecretReference;
  /** Missing when the repository has the file already, and in a dry run. */
  file?: { path: string; manifest: SealedSecret };
};

/**
 * What the sealed secrets of all actions have in common.
 *
 * @public
 */
export interface SealedSecretSink {
  certificates: SealingCertificates;
  github: Pick<GithubProvisioner, 'hasFile'>;
}

/**
 * A SealedSecret file of the workspace, for one environment. If the repository holds it on its default
 * branch, the secret is kept as it is; otherwise its values are made and sealed.
 *
 * @param options - `makeValues` may change the upstream: it runs only if the file is missing.
 *
 * @public
 */
export function createSealedSecretResource(options: {
  sink: SealedSecretSink;
  workspacePath: string;
  names: AppNames;
  environment: Environment;
  secretName: string;
  keys: string[];
  makeValues(call: EnsureCall): Promise<Record<string, string>>;
}): EnsuredResource<{ isInRepository: boolean }, SealedSecretFile> {
  const { sink, names, environment, secretName, keys } = options;
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
    plan: ({ isInRepository }) =>
      isInRepository
        ? { verb: 'nothing', detail: 'the repository has it' }
        : { verb: 'create', detail: path },
    async apply(_found, call) {
      const { cluster, namespace } = names.environments[environment];
      // The certificate comes first: values that cannot be sealed must not be made.
      const certificatePem = await sink.certificates.get(cluster, call);
      const manifest = sealSecret({
        certificatePem,
        name: secretName,
        values: await options.makeValues(call),
        ...(environment === 'prod'
          ? { scope: 'namespace-wide', namespace }
          : { scope: 'cluster-wide' }),
      });
      return { reference, file: { path, manifest } };
    },
    refer: () => ({ reference }),
    async settle({ file }) {
      if (!file) return;
      const target = resolveSafeChildPath(options.workspacePath, file.path);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, stringify(file.manifest, { lineWidth: 0 }));
    },
  };
}

/** Where the deployment of an application looks for its sealed secrets. */
function toSecretPath(
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
