import { Alert, Button } from '@backstage/ui';
import { useWords } from '../words/useWords';

/** The portal itself could not answer: our own fault, or a right that is missing. */
export function PortalFailure(props: { error: Error; onRetry: () => void }) {
  const { t } = useWords();
  const isForbidden =
    'statusCode' in props.error && props.error.statusCode === 403;
  return (
    <Alert
      role="alert"
      status={isForbidden ? 'info' : 'danger'}
      icon
      title={t(
        isForbidden ? 'overview.portalForbidden' : 'overview.portalFailed',
      )}
      customActions={
        isForbidden ? undefined : (
          <Button size="small" variant="secondary" onPress={props.onRetry}>
            {t('overview.retry')}
          </Button>
        )
      }
    />
  );
}
