import { useApi } from '@backstage/frontend-plugin-api';
import { Button, Container, Skeleton, Text } from '@backstage/ui';
import { useQuery } from '@tanstack/react-query';
import { fabriqueApiRef } from '../api/FabriqueApi';
import { queryClientApiRef } from '../api/queryClient';
import { Quiet } from '../card/Quiet';
import { useWords } from '../words/useWords';
import { ApprovalCard } from './ApprovalCard';
import classes from './ApprovalsPage.module.css';

/** Plans that wait for the reader's word, those that the reader asked for, and what was decided. */
export function ApprovalsPage() {
  const { t } = useWords();
  const api = useApi(fabriqueApiRef);
  const { data, error, refetch } = useQuery(
    {
      queryKey: ['fabrique', 'approvals'],
      queryFn: ({ signal }) => api.listApprovals({ signal }),
      refetchInterval: 30_000,
      refetchIntervalInBackground: false,
    },
    useApi(queryClientApiRef),
  );
  return (
    <Container>
      <div className={classes.page}>
        <Quiet as="p">{t('approvals.lead')}</Quiet>
        {!data && !error && (
          <div role="status">
            <Skeleton width="60%" height={20} />
          </div>
        )}
        {!data && error && (
          <div role="alert" className={classes.page}>
            <Text as="p">{t('approvals.failed')}</Text>
            <div>
              <Button variant="secondary" onPress={() => refetch()}>
                {t('approvals.retry')}
              </Button>
            </div>
          </div>
        )}
        {data?.length === 0 && <Text as="p">{t('approvals.none')}</Text>}
        {data?.map(approval => (
          <ApprovalCard
            key={approval.id}
            approval={approval}
            onDecided={refetch}
          />
        ))}
      </div>
    </Container>
  );
}
