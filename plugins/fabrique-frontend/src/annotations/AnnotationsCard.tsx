import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { readFindings } from '@socialgouv/backstage-plugin-fabrique-common';
import { VerdictBadge } from '../card/VerdictBadge';
import { useWords } from '../words/useWords';
import { AnnotationFindings } from './AnnotationFindings';

/** Says on the overview of an entity which annotations are wrong, and how to write them. */
export function AnnotationsCard() {
  const { t } = useWords();
  const { entity } = useEntity();
  const findings = readFindings(entity);
  // The annotation is there, but somebody else wrote it.
  if (findings.length === 0) return null;
  return (
    <EntityInfoCard
      title={t('annotations.title')}
      headerActions={<VerdictBadge level="attention" />}
    >
      <AnnotationFindings entity={entity} findings={findings} />
    </EntityInfoCard>
  );
}
