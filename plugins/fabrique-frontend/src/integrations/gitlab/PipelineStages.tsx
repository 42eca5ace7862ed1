import { VisuallyHidden } from '@backstage/ui';
import { GitlabPipeline } from '@socialgouv/backstage-plugin-fabrique-common';
import { VerdictMark } from '../../card/VerdictMark';
import { useWords } from '../../words/useWords';
import { statusMarks } from './pipelineStatus';
import classes from './PipelineStages.module.css';

/** The stages of a pipeline by name, from left to right. */
export function PipelineStages(props: { pipeline: GitlabPipeline }) {
  const { t } = useWords();
  const { ref, stages } = props.pipeline;
  if (stages.length === 0) return null;
  return (
    <ol className={classes.stages} aria-label={t('gitlab.stages', { ref })}>
      {stages.map(({ name, status }) => (
        <li
          key={name}
          className={classes.stage}
          title={t(`gitlab.status.${status}`)}
        >
          <VerdictMark level={statusMarks[status]} size={12} />
          {name}
          <VisuallyHidden> {t(`gitlab.status.${status}`)}</VisuallyHidden>
        </li>
      ))}
    </ol>
  );
}

/** The stages of a pipeline as signs alone, for a row; their names are in the tooltip. */
export function PipelineStageMarks(props: { pipeline: GitlabPipeline }) {
  const { t, format } = useWords();
  const { stages } = props.pipeline;
  const words = format.list(
    stages.map(({ name, status }) => `${name} ${t(`gitlab.status.${status}`)}`),
  );
  return (
    <span role="img" aria-label={words} title={words} className={classes.marks}>
      {stages.map(({ name, status }) => (
        <VerdictMark key={name} level={statusMarks[status]} size={10} />
      ))}
    </span>
  );
}
