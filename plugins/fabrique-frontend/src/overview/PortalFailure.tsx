import { Alert, Button } from '@backstage/ui';
import { useWords } from '../words/useWords';
import classes from './PortalFailure.module.css';

/** The portal itself could not answer: our own fault, or a right that is missing. */
export function PortalFailure(props: {
  error: Error;
  onRetry: () => void;
  /** What could not be read, and who may give the right; by default, the services of an application. */
  failed?: string;
  forbidden?: string;
}) {
  const { t } = useWords();
  const {
    error,
    onRetry,
    failed = t('overview.portalFailed'),
    forbidden = t('overview.portalForbidden'),
  } = props;
  return isForbidden(error) ? (
    <Alert role="alert" status="info" icon title={forbidden} />
  ) : (
    <Alert
      role="alert"
      status="danger"
      className={classes.failure}
      icon
      title={failed}
      customActions={
        <Button size="small" variant="secondary" onPress={onRetry}>
          {t('overview.retry')}
        </Button>
      }
    />
  );
}

/** Whether the portal refuses because of who asks. */
export function isForbidden(error: Error): boolean {
  return 'statusCode' in error && error.statusCode === 403;
}
