import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useEntityPermission } from '@backstage/plugin-catalog-react/alpha';
import { Button } from '@backstage/ui';
import { RiRefreshLine } from '@remixicon/react';
import {
  fabriqueGitlabMirrorRunPermission,
  GitlabMirrorRun,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { useMutation } from '@tanstack/react-query';
import { fabriqueApiRef } from '../../api/FabriqueApi';
import { queryClientApiRef } from '../../api/queryClient';
import { Quiet } from '../../card/Quiet';
import { Sentence } from '../../words/Sentence';
import { useWords, Words } from '../../words/useWords';
import classes from './MirrorSection.module.css';

/** Has the mirror copied again, for those who may; says how it went. */
export function MirrorRun(props: { project: string }) {
  const words = useWords();
  const { t } = words;
  const { entity } = useEntity();
  const { allowed } = useEntityPermission(fabriqueGitlabMirrorRunPermission);
  const api = useApi(fabriqueApiRef);
  const queryClient = useApi(queryClientApiRef);
  const entityRef = stringifyEntityRef(entity);
  const { data, error, isPending, mutate } = useMutation(
    {
      mutationFn: () => api.runGitlabMirror(entityRef),
      onSettled: () =>
        queryClient.invalidateQueries({
          queryKey: ['fabrique', 'overview', entityRef],
        }),
    },
    queryClient,
  );
  if (!allowed) return null;
  return (
    <div className={classes.run}>
      <Button
        size="small"
        variant="secondary"
        iconStart={<RiRefreshLine />}
        isPending={isPending}
        onPress={() => mutate()}
      >
        {t('gitlab.run.button')}
      </Button>
      <div role="status">
        {isPending && <Quiet>{t('gitlab.run.running')}</Quiet>}
        {error && <Quiet>{toRefusal(error, t)}</Quiet>}
        {!isPending && data && (
          <Quiet>
            <Sentence>{toOutcome(data, props.project, words)}</Sentence>
          </Quiet>
        )}
      </div>
    </div>
  );
}

/** The portal itself refuses, or fails. */
function toRefusal(error: Error, t: Words['t']): string {
  const isForbidden = 'statusCode' in error && error.statusCode === 403;
  return t(isForbidden ? 'gitlab.run.refused' : 'gitlab.run.portalFailed');
}

function toOutcome(
  run: GitlabMirrorRun,
  project: string,
  { t, failure }: Words,
): string {
  if (run.state === 'finished') return t('gitlab.run.finished');
  if (run.state === 'running') return t('gitlab.run.stillRunning');
  if (run.failure) {
    return failure(run.failure, { service: 'gitlab', name: project });
  }
  return run.lastError
    ? t('gitlab.run.failedBecause', { error: run.lastError })
    : t('gitlab.run.failed');
}
