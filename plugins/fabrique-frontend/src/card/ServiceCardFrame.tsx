import {
  Card,
  CardBody,
  CardFooter,
  CardHeader,
  Text,
  VisuallyHidden,
} from '@backstage/ui';
import {
  FailureKind,
  IntegrationResult,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { RiArrowRightUpLine } from '@remixicon/react';
import { ReactNode, useId } from 'react';
import { RelativeTime } from '../words/RelativeTime';
import { Sentence } from '../words/Sentence';
import { useWords } from '../words/useWords';
import { CardSkeleton } from './CardSkeleton';
import classes from './ServiceCardFrame.module.css';
import { ToolLink } from './ToolLink';
import { VerdictBadge } from './VerdictBadge';
import { MarkLevel } from './VerdictMark';
import { Quiet } from './Quiet';

/** The states that have a card of their own; the others fold into a line of their section. */
export type CardResult = Extract<
  IntegrationResult,
  { state: 'ok' | 'pending' | 'failed' }
>;

/** Failures that nobody has to mend here: the others say themselves who can. */
const passingKinds = new Set<FailureKind>([
  'timeout',
  'unavailable',
  'network',
  'invalid-response',
]);

/** Everything of a card but its content: name, verdict, age, failure, link to the tool. */
export function ServiceCardFrame(props: {
  service: string;
  icon: JSX.Element;
  /** Absent while the overview itself is loading. */
  result?: CardResult;
  /** The content; only shown when the service answered once. */
  children?: ReactNode;
}) {
  const { service, icon, result, children } = props;
  const { serviceTitle } = useWords();
  const titleId = useId();
  const linked = result?.linked;
  return (
    <Card
      role="article"
      aria-labelledby={titleId}
      aria-busy={!result || result.state === 'pending'}
      className={classes.card}
    >
      <CardHeader className={classes.header}>
        <span className={classes.icon} aria-hidden="true">
          {icon}
        </span>
        <Text
          as="h3"
          id={titleId}
          variant="body-medium"
          weight="bold"
          className={classes.title}
        >
          {serviceTitle(service)}
          {linked && (
            <>
              <VisuallyHidden> · </VisuallyHidden>
              <span className={classes.linked} title={linked.title}>
                {linked.title}
              </span>
            </>
          )}
        </Text>
        <VerdictBadge level={toLevel(result)} />
      </CardHeader>
      <CardBody className={classes.body}>
        {!result && <CardSkeleton />}
        {result?.state === 'pending' && <PendingBody service={service} />}
        {result?.state === 'failed' && (
          <FailedBody service={service} result={result} />
        )}
        {result?.state === 'ok' && children}
      </CardBody>
      <CardFooter className={classes.footer}>
        <div className={classes.age}>
          {result?.state === 'ok' && <Age service={service} result={result} />}
        </div>
        {linked?.url && <OpenLink service={service} href={linked.url} />}
      </CardFooter>
    </Card>
  );
}

function toLevel(result?: CardResult): MarkLevel {
  if (result?.state === 'ok') return result.verdict.level;
  return result?.state === 'failed' ? 'unknown' : 'pending';
}

function PendingBody(props: { service: string }) {
  const { t, serviceTitle } = useWords();
  return (
    <>
      <Quiet as="p">
        {t('card.pending', { service: serviceTitle(props.service) })}
      </Quiet>
      <CardSkeleton />
    </>
  );
}

function FailedBody(props: {
  service: string;
  result: Extract<CardResult, { state: 'failed' }>;
}) {
  const { t, failure } = useWords();
  const { service, result } = props;
  return (
    <>
      <Text as="p" variant="body-medium" className={classes.failure}>
        <Sentence>
          {failure(result.failure, {
            service,
            name: result.linked?.title,
            annotation: result.annotation,
          })}
        </Sentence>
      </Text>
      {passingKinds.has(result.failure.kind) && (
        <Quiet as="p">{t('failure.willRetry')}</Quiet>
      )}
    </>
  );
}

function Age(props: {
  service: string;
  result: Extract<CardResult, { state: 'ok' }>;
}) {
  const { t, failure } = useWords();
  const { service, result } = props;
  const time = <RelativeTime at={result.fetchedAt} />;
  if (!result.stale) return <>{t('card.updated', { time })}</>;
  return (
    <>
      {result.failure && (
        <Sentence>
          {`${failure(result.failure, {
            service,
            name: result.linked.title,
          })} `}
        </Sentence>
      )}
      {t('failure.lastData', { time })}
    </>
  );
}

function OpenLink(props: { service: string; href: string }) {
  const { t, serviceTitle } = useWords();
  return (
    <ToolLink href={props.href} standalone className={classes.open}>
      {t('card.open', { service: serviceTitle(props.service) })}
      <RiArrowRightUpLine size={14} aria-hidden="true" />
    </ToolLink>
  );
}
