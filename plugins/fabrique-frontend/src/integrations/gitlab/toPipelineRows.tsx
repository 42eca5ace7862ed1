import {
  environments,
  GitlabPipeline,
  GitlabView,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { CardRow } from '../../card/CardRows';
import { RelativeTime } from '../../words/RelativeTime';
import { Words } from '../../words/useWords';
import { statusMarks } from './pipelineStatus';
import { PipelineStageMarks } from './PipelineStages';

type WordsOfRows = Pick<Words, 't' | 'format'>;

/** The newest pipeline for each environment, then what else was built last; of a branch, its pipelines. */
export function toPipelineRows(
  view: GitlabView,
  words: WordsOfRows,
): CardRow[] {
  const ofEnvironments = view.branch
    ? []
    : environments.flatMap(environment => {
        const pipeline = view.lastPipelines[environment];
        return pipeline ? [{ environment, pipeline }] : [];
      });
  const shown = new Set(ofEnvironments.map(({ pipeline }) => pipeline.id));
  return [
    ...ofEnvironments.map(({ environment, pipeline }) => ({
      ...toRow(`${environment} · ${pipeline.ref}`, pipeline, words),
      key: environment,
    })),
    ...view.pipelines
      .filter(({ id }) => !shown.has(id))
      .map(pipeline =>
        toRow(`#${pipeline.id} ${pipeline.ref}`, pipeline, words),
      ),
  ];
}

function toRow(
  title: string,
  pipeline: GitlabPipeline,
  { t, format }: WordsOfRows,
): CardRow {
  const { stages, status, durationSeconds } = pipeline;
  return {
    key: String(pipeline.id),
    title,
    href: pipeline.url,
    mark: statusMarks[status],
    details: [
      stages.length > 0 ? (
        <PipelineStageMarks pipeline={pipeline} />
      ) : undefined,
      t(`gitlab.status.${status}`),
      durationSeconds === undefined
        ? undefined
        : format.duration(durationSeconds),
      <RelativeTime at={pipeline.createdAt} />,
    ],
  };
}
