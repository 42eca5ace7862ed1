import { Alert } from '@backstage/ui';
import { EntityOverview } from '@socialgouv/backstage-plugin-fabrique-common';
import { useWords } from '../words/useWords';

/** Says that the review branch of the address is not there any more, and what is shown instead. */
export function MissingBranch(props: { overview?: EntityOverview }) {
  const { t } = useWords();
  const branch = props.overview?.missingBranch;
  if (!branch) return null;
  return (
    <Alert
      role="status"
      status="warning"
      icon
      title={t('environment.missingBranch', { branch })}
    />
  );
}
