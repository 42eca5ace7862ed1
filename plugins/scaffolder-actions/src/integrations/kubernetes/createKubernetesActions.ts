import { Config } from '@backstage/config';
import { ClusterObjects } from '@socialgouv/backstage-plugin-fabrique-node';
import { EnsureKernel } from '../../ensure';
import { Removers } from '../../undo/Remover';
import { createKubernetesApplyAction } from './createKubernetesApplyAction';
import { createNamespaceEnsureAction } from './createNamespaceEnsureAction';
import { createObjectRemover } from './createObjectRemover';

/** The actions of the clusters, and what undoes them. */
export function createKubernetesActions(deps: {
  kernel: EnsureKernel;
  config: Config;
  kubernetes: ClusterObjects | undefined;
}) {
  const remover = deps.kubernetes && createObjectRemover(deps.kubernetes);
  return {
    actions: [
      createNamespaceEnsureAction(deps),
      createKubernetesApplyAction(deps),
    ],
    removers: {
      ...(remover && {
        'kubernetes-namespace': remover,
        'kubernetes-object': remover,
        'kubernetes-secret': remover,
      }),
    } satisfies Removers,
  };
}
