import { Text } from '@backstage/ui';
import {
  Environment,
  GitlabView,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { VerdictMark } from '../../card/VerdictMark';
import { useWords } from '../../words/useWords';
import classes from './MirrorNote.module.css';

/**
 * Says beside the colour of a pipeline which commits it cannot have seen. A release is built of its tag:
 * it lacks nothing.
 */
export function MirrorNote(props: {
  mirror: GitlabView['mirror'];
  environment: Environment;
}) {
  const { t } = useWords();
  const count = props.mirror?.commitsBehind ?? 0;
  if (count === 0 || props.environment === 'prod') return null;
  return (
    <p className={classes.note}>
      <VerdictMark level="attention" size={12} />
      <Text variant="body-small">{t('gitlab.pipelineLacks', { count })}</Text>
    </p>
  );
}
