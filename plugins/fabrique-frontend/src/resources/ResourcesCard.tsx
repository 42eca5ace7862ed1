import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  EntityDisplayName,
  EntityInfoCard,
  useEntity,
} from '@backstage/plugin-catalog-react';
import { Button, Link, Skeleton, Text } from '@backstage/ui';
import { ListedResource } from '@socialgouv/backstage-plugin-fabrique-common';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fabriqueApiRef } from '../api/FabriqueApi';
import { queryClientApiRef } from '../api/queryClient';
import { Quiet } from '../card/Quiet';
import { useWords } from '../words/useWords';
import { ResourceRow } from './ResourceRow';
import classes from './ResourcesCard.module.css';

/** What the portal's actions made for an application: by whom, when, where, and how to undo it. */
export function ResourcesCard() {
  const { t } = useWords();
  const { entity } = useEntity();
  const api = useApi(fabriqueApiRef);
  const entityRef = stringifyEntityRef(entity);
  const { data, error, refetch } = useQuery(
    {
      queryKey: ['fabrique', 'resources', entityRef],
      queryFn: ({ signal }) => api.getResources(entityRef, { signal }),
    },
    useApi(queryClientApiRef),
  );
  return (
    <EntityInfoCard title={t('resources.title')}>
      {data && <Resources entries={data.entries} />}
      {!data && !error && (
        <div role="status" className={classes.list}>
          <Skeleton width="70%" height={14} />
          <Skeleton width="80%" height={14} />
        </div>
      )}
      {!data && error && (
        <div role="alert" className={classes.list}>
          <Text as="p">{t('resources.failed')}</Text>
          <Button variant="secondary" size="small" onPress={() => refetch()}>
            {t('resources.retry')}
          </Button>
        </div>
      )}
    </EntityInfoCard>
  );
}

function Resources(props: { entries: ListedResource[] }) {
  const { t } = useWords();
  const [isRemovedShown, setRemovedShown] = useState(false);
  const removed = props.entries.filter(({ state }) => state === 'removed');
  const present = props.entries.filter(({ state }) => state !== 'removed');
  if (props.entries.length === 0) {
    return <Quiet as="p">{t('resources.none')}</Quiet>;
  }
  const shown = isRemovedShown ? [...present, ...removed] : present;
  return (
    <>
      <ul className={classes.list} aria-label={t('resources.list')}>
        {shown.map(entry => (
          <ResourceRow key={entry.id} entry={entry} />
        ))}
      </ul>
      {toTasks(present).map(task => (
        <Text as="p" key={task.taskId} variant="body-small">
          <Link href={`/create/tasks/${encodeURIComponent(task.taskId)}`}>
            {t('resources.task')}
          </Link>{' '}
          {task.person && (
            <>
              <EntityDisplayName entityRef={task.person} hideIcon />{' '}
            </>
          )}
          <Link
            href={`/create/templates/default/undo?${new URLSearchParams({
              formData: JSON.stringify({ taskId: task.taskId }),
            })}`}
          >
            {t('resources.undo', { task: task.taskId.slice(0, 8) })}
          </Link>
        </Text>
      ))}
      {removed.length > 0 && (
        <Button
          variant="tertiary"
          size="small"
          onPress={() => setRemovedShown(!isRemovedShown)}
        >
          {isRemovedShown
            ? t('resources.hideRemoved')
            : t('resources.showRemoved', { count: removed.length })}
        </Button>
      )}
    </>
  );
}

/** The tasks that created something that is still there, the newest first. */
function toTasks(entries: ListedResource[]): ListedResource[] {
  const byTask = new Map(
    entries
      .filter(({ verb }) => verb === 'create')
      .map(entry => [entry.taskId, entry]),
  );
  return [...byTask.values()].reverse();
}
