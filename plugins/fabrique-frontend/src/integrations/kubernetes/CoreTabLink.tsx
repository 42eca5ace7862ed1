import { stringifyEntityRef } from '@backstage/catalog-model';
import { appTreeApiRef, useApiHolder } from '@backstage/frontend-plugin-api';
import { useEntity, useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import { useWords } from '../../words/useWords';

/** Id of the tab that the core Kubernetes plugin adds to the pages of entities. */
const tabId = 'entity-content:kubernetes/kubernetes';

/** Path of the core Kubernetes tab below the page of an entity; undefined where the portal has none. */
export function useCoreTabPath(): string | undefined {
  // An app of the old frontend system has no tree that tells.
  const app = useApiHolder().get(appTreeApiRef);
  const node = app?.getTree().tree.nodes.get(tabId);
  if (!node?.instance) return undefined;
  const { path = '/kubernetes' } = (node.spec.config ?? {}) as {
    path?: string;
  };
  return path;
}

/** A link to the core Kubernetes tab of the entity of the page: logs, events, terminal. */
export function CoreTabLink(props: { path: string }) {
  const { t } = useWords();
  const { entity } = useEntity();
  const toEntityPath = useEntityRefLink();
  const page = toEntityPath(stringifyEntityRef(entity)).replace(/\/$/, '');
  return (
    <Link href={`${page}${props.path}`} variant="body-small">
      {t('kubernetes.link.core-tab')}
    </Link>
  );
}
