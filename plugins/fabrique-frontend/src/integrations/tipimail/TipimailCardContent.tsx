import {
  TipimailDomain,
  TipimailSendingView,
  TipimailView,
  toTipimailPercent,
  Verdict,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { CardRows } from '../../card/CardRows';
import { FabriqueCardContentProps } from '../../card/FabriqueCardBlueprint';
import { Facts } from '../../card/Facts';
import { Headline } from '../../card/Headline';
import { Quiet } from '../../card/Quiet';
import { TimeSeriesChart } from '../../chart/TimeSeriesChart';
import { useWords, Words } from '../../words/useWords';

/** Messages of an application: what became of them, and whether its domains are verified. */
export function TipimailCardContent(
  props: FabriqueCardContentProps<TipimailView>,
) {
  const { view, verdict } = props;
  const { t } = useWords();
  if (view.mode === 'sending') {
    return <SendingContent view={view} verdict={verdict} />;
  }
  return (
    <>
      <Headline verdict={verdict} calm={t('tipimail.caught')} />
      <Quiet as="p">{t('tipimail.catcher')}</Quiet>
    </>
  );
}

function SendingContent(props: {
  view: TipimailSendingView;
  verdict: Verdict;
}) {
  const { view, verdict } = props;
  const { t, format } = useWords();
  const { sentCount, deliveredCount, bouncedCount, complaintCount } =
    view.total;
  const { refusedCount } = view.total;
  const sent =
    sentCount > 0
      ? t('tipimail.sent', { count: sentCount })
      : t('tipimail.nothing');
  // Two decimals: complaints matter from one in a thousand on.
  const percentOf = (part: number) =>
    format.percent(toTipimailPercent(part, sentCount), 2);
  return (
    <>
      <Headline verdict={verdict} calm={sent} />
      <TimeSeriesChart
        label={t('tipimail.chart')}
        valueLabel={t('tipimail.value')}
        points={view.sentByDay}
        step="day"
      />
      <Facts
        facts={[
          verdict.level !== 'ok' && sent,
          sentCount > 0 &&
            t('tipimail.delivered', { percent: percentOf(deliveredCount) }),
          sentCount > 0 &&
            t('tipimail.bounced', {
              count: bouncedCount,
              percent: percentOf(bouncedCount),
            }),
          sentCount > 0 &&
            t('tipimail.complained', {
              count: complaintCount,
              percent: percentOf(complaintCount),
            }),
          refusedCount > 0 && t('tipimail.refused', { count: refusedCount }),
        ]}
      />
      <CardRows
        label={t('tipimail.rows')}
        rows={view.domains.map(domain => ({
          key: domain.name,
          title: domain.name,
          mark:
            domain.isDkimVerified && domain.isSpfVerified
              ? undefined
              : 'attention',
          details: [toVerification(domain, t)],
        }))}
      />
    </>
  );
}

function toVerification(domain: TipimailDomain, t: Words['t']): string {
  const { isDeclared, isDkimVerified, isSpfVerified } = domain;
  if (!isDeclared) return t('tipimail.undeclared');
  if (isDkimVerified && isSpfVerified) return t('tipimail.verified');
  const names = [
    ...(isDkimVerified ? [] : ['DKIM']),
    ...(isSpfVerified ? [] : ['SPF']),
  ];
  return t('tipimail.missing', { names: names.join(', ') });
}
