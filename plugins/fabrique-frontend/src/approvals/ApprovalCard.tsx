import { useApi } from '@backstage/frontend-plugin-api';
import {
  EntityDisplayName,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
import {
  Button,
  Card,
  CardBody,
  CardFooter,
  CardHeader,
  Flex,
  Link,
  Text,
  TextField,
} from '@backstage/ui';
import { useState } from 'react';
import { fabriqueApiRef, ListedApproval } from '../api/FabriqueApi';
import { Quiet } from '../card/Quiet';
import { RelativeTime } from '../words/RelativeTime';
import { useWords } from '../words/useWords';
import classes from './ApprovalsPage.module.css';
import { PlanList } from './PlanList';

/** One plan, who asked, and the two answers to it. */
export function ApprovalCard(props: {
  approval: ListedApproval;
  onDecided(): void;
}) {
  const { approval, onDecided } = props;
  const { t, format } = useWords();
  const decider = useEntityPresentation(
    approval.decidedBy ?? approval.approvers,
  ).primaryTitle;
  return (
    <Card>
      <CardHeader>
        <Text as="h2" variant="title-x-small" weight="bold">
          {approval.templateRef ? (
            <EntityDisplayName
              entityRef={approval.templateRef}
              hideIcon
              disableTooltip
            />
          ) : (
            approval.actionId
          )}
        </Text>
        <Flex align="center" gap="2" className={classes.origin}>
          {approval.person && (
            <Text variant="body-small">
              <EntityDisplayName entityRef={approval.person} />
            </Text>
          )}
          <Quiet>
            <RelativeTime at={approval.requestedAt} />
          </Quiet>
          <Quiet>
            <code>{approval.actionId}</code>
          </Quiet>
          <Link
            variant="body-small"
            href={`/create/tasks/${encodeURIComponent(approval.taskId)}`}
          >
            {t('approvals.task')}
          </Link>
        </Flex>
      </CardHeader>
      <CardBody>
        <PlanList plan={approval.plan} />
      </CardBody>
      <CardFooter>
        {approval.state === 'pending' && approval.mayDecide && (
          <Answers approval={approval} onDecided={onDecided} />
        )}
        {approval.state === 'pending' && !approval.mayDecide && (
          <Quiet as="p">{t('approvals.waitsFor', { group: decider })}</Quiet>
        )}
        {approval.decidedAt && (
          <Text as="p" variant="body-small">
            {t(
              approval.state === 'approved'
                ? 'approvals.approved'
                : 'approvals.refused',
              {
                person: decider,
                time: format.relativeTime(approval.decidedAt),
                reason: approval.reason ?? '',
              },
            )}
          </Text>
        )}
      </CardFooter>
    </Card>
  );
}

function Answers(props: { approval: ListedApproval; onDecided(): void }) {
  const { approval, onDecided } = props;
  const { t } = useWords();
  const api = useApi(fabriqueApiRef);
  const [isRefusing, setRefusing] = useState(false);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const [isSending, setSending] = useState(false);
  const decide = async (decision: Parameters<typeof api.decideApproval>[1]) => {
    setSending(true);
    setError(undefined);
    try {
      await api.decideApproval(approval.id, decision);
      onDecided();
    } catch (thrown) {
      setError(thrown instanceof Error ? thrown.message : String(thrown));
    } finally {
      setSending(false);
    }
  };
  return (
    <div className={classes.answers}>
      {isRefusing ? (
        <>
          <TextField
            label={t('approvals.reason')}
            value={reason}
            onChange={setReason}
          />
          <Flex gap="2">
            <Button
              variant="primary"
              isDisabled={!reason.trim() || isSending}
              onPress={() => decide({ state: 'refused', reason })}
            >
              {t('approvals.confirmRefusal')}
            </Button>
            <Button variant="tertiary" onPress={() => setRefusing(false)}>
              {t('approvals.cancel')}
            </Button>
          </Flex>
        </>
      ) : (
        <Flex gap="2">
          <Button
            variant="primary"
            isDisabled={isSending}
            onPress={() => decide({ state: 'approved' })}
          >
            {t('approvals.approve')}
          </Button>
          <Button variant="secondary" onPress={() => setRefusing(true)}>
            {t('approvals.refuse')}
          </Button>
        </Flex>
      )}
      {error && (
        <Text as="p" role="alert" variant="body-small">
          {t('approvals.notDecided', { error })}
        </Text>
      )}
    </div>
  );
}
