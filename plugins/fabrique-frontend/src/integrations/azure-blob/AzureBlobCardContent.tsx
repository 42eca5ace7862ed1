import {
  AzureBlobContainer,
  AzureBlobLifecycleRule,
  AzureBlobView,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { CardRow, CardRows } from '../../card/CardRows';
import { FabriqueCardContentProps } from '../../card/FabriqueCardBlueprint';
import { Facts } from '../../card/Facts';
import { Headline } from '../../card/Headline';
import { Quiet } from '../../card/Quiet';
import { TimeSeriesChart } from '../../chart/TimeSeriesChart';
import { RelativeTime } from '../../words/RelativeTime';
import { useWords, Words } from '../../words/useWords';

const maximumOrigins = 2;
const signedBy = [
  'identity',
  'sharedAccessSignature',
  'accountKey',
  'anonymous',
] as const;

/** A storage account: its containers, who may read them, how much there is, and what is kept how long. */
export function AzureBlobCardContent(
  props: FabriqueCardContentProps<AzureBlobView>,
) {
  const { view, verdict } = props;
  const words = useWords();
  const { t } = words;
  const { containers, missingContainers, lifecycleRules } = view;
  return (
    <>
      <Headline
        verdict={verdict}
        calm={
          containers.length > 0
            ? t('azure-blob.containers', { count: containers.length })
            : t('azure-blob.nothing')
        }
      />
      {view.requestsByHour.length > 0 && (
        <TimeSeriesChart
          label={t('azure-blob.chart')}
          valueLabel={t('azure-blob.value')}
          points={view.requestsByHour}
          step="hour"
        />
      )}
      <Facts
        facts={[
          ...toRequests(view, t),
          ...toSize(view, words),
          ...toKept(view, t),
          lifecycleRules.length === 0 && t('azure-blob.noLifecycle'),
          describeCors(view, words),
          t(
            view.isAccountKeyAllowed
              ? 'azure-blob.keyAllowed'
              : 'azure-blob.keyRefused',
          ),
        ]}
      />
      <CardRows
        label={t('azure-blob.rows')}
        rows={[
          ...missingContainers.map<CardRow>(name => ({
            key: `missing/${name}`,
            title: name,
            mark: 'attention',
            details: [t('azure-blob.missing')],
          })),
          ...containers.map(container => toContainerRow(container, t)),
          ...lifecycleRules.map(rule => toRuleRow(rule, t)),
        ]}
      />
      {!view.areMetricsReadable && (
        <Quiet as="p" size="x-small">
          {t('azure-blob.unreadable')}
        </Quiet>
      )}
    </>
  );
}

function toRequests({ requests }: AzureBlobView, t: Words['t']) {
  if (!requests) return [];
  const total = signedBy.reduce((sum, way) => sum + requests[way], 0);
  return [
    t('azure-blob.requests', { count: total }),
    ...signedBy.map(
      way =>
        requests[way] > 0 &&
        t(`azure-blob.signedBy.${way}`, { count: requests[way] }),
    ),
  ];
}

function toSize(view: AzureBlobView, { t, format }: Words) {
  const { usedBytes, blobCount } = view;
  return [
    usedBytes === undefined
      ? t('azure-blob.sizeUnknown')
      : t('azure-blob.size', { size: format.size(usedBytes) }),
    blobCount !== undefined && t('azure-blob.files', { count: blobCount }),
  ];
}

function toKept(view: AzureBlobView, t: Words['t']) {
  const { softDeleteDays, containerSoftDeleteDays } = view;
  return [
    softDeleteDays > 0
      ? t('azure-blob.softDelete', { count: softDeleteDays })
      : t('azure-blob.noSoftDelete'),
    containerSoftDeleteDays > 0
      ? t('azure-blob.containerSoftDelete', { count: containerSoftDeleteDays })
      : t('azure-blob.noContainerSoftDelete'),
    view.keepsVersions && t('azure-blob.versions'),
  ];
}

function describeCors({ corsOrigins }: AzureBlobView, { t, format }: Words) {
  if (corsOrigins.length === 0) return t('azure-blob.noCors');
  if (corsOrigins.includes('*')) return t('azure-blob.corsEverySite');
  const shown = corsOrigins.slice(0, maximumOrigins);
  const hidden = corsOrigins.length - shown.length;
  return t('azure-blob.cors', {
    origins:
      hidden > 0
        ? `${shown.join(', ')} ${t('card.moreRows', { count: hidden })}`
        : format.list(shown),
  });
}

function toContainerRow(container: AzureBlobContainer, t: Words['t']): CardRow {
  const { name, publicAccess, isDeclaredPublic, lastModifiedAt } = container;
  const isPublic = publicAccess !== 'none';
  return {
    key: `container/${name}`,
    title: name,
    mark: isPublic && !isDeclaredPublic ? 'problem' : undefined,
    details: [
      t(`azure-blob.publicAccess.${publicAccess}`),
      isPublic && isDeclaredPublic ? t('azure-blob.declared') : undefined,
      lastModifiedAt
        ? t('azure-blob.changed', {
            time: <RelativeTime at={lastModifiedAt} />,
          })
        : undefined,
    ],
  };
}

function toRuleRow(rule: AzureBlobLifecycleRule, t: Words['t']): CardRow {
  const { name, isEnabled, deleteAfterDays, moveAfterDays } = rule;
  return {
    key: `rule/${name}`,
    title: name,
    details: [
      t('azure-blob.lifecycle'),
      isEnabled ? undefined : t('azure-blob.disabled'),
      deleteAfterDays === undefined
        ? undefined
        : t('azure-blob.deleteAfter', { count: deleteAfterDays }),
      moveAfterDays === undefined
        ? undefined
        : t('azure-blob.moveAfter', { count: moveAfterDays }),
    ],
  };
}
