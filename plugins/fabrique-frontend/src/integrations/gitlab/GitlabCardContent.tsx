import { VisuallyHidden } from '@backstage/ui';
import {
  GitlabPipeline,
  GitlabPipelineStatus,
  GitlabView,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { CardRows } from '../../card/CardRows';
import { FabriqueCardContentProps } from '../../card/FabriqueCardBlueprint';
import { Facts } from '../../card/Facts';
import { Headline } from '../../card/Headline';
import { ToolLink } from '../../card/ToolLink';
import { MarkLevel, VerdictMark } from '../../card/VerdictMark';
import { RelativeTime } from '../../words/RelativeTime';
import { useWords, Words } from '../../words/useWords';
import classes from './GitlabCardContent.module.css';

const maximumEnvironments = 3;

const statusMarks: Record<GitlabPipelineStatus, MarkLevel> = {
  created: 'pending',
  waiting_for_resource: 'pending',
  preparing: 'pending',
  pending: 'pending',
  running: 'pending',
  success: 'ok',
  failed: 'problem',
  canceled: 'none',
  skipped: 'none',
  manual: 'none',
  scheduled: 'none',
};

/** Pipelines of a GitLab project, and how well it mirrors its source. */
export function GitlabCardContent(props: FabriqueCardContentProps<GitlabView>) {
  const { view, verdict } = props;
  const { t, format } = useWords();
  const latest = view.defaultBranchPipeline ?? view.pipelines[0];
  const failedJob = latest?.failedJob;
  return (
    <>
      <Headline verdict={verdict} calm={toCalmSentence(latest, t)} />
      {latest && <Stages pipeline={latest} />}
      <Facts
        facts={[
          failedJob && (
            <ToolLink href={failedJob.url}>
              {t('gitlab.failedJob', { name: failedJob.name })}
            </ToolLink>
          ),
          ...toMirrorFacts(view, t),
          ...view.environments
            .slice(0, maximumEnvironments)
            .map(({ name, lastDeployedAt }) =>
              lastDeployedAt
                ? t('gitlab.deployed', {
                    environment: name,
                    time: <RelativeTime at={lastDeployedAt} />,
                  })
                : undefined,
            ),
        ]}
      />
      <CardRows
        label={t('gitlab.rows')}
        rows={view.pipelines.map(pipeline => ({
          key: String(pipeline.id),
          title: `#${pipeline.id} ${pipeline.ref}`,
          href: pipeline.url,
          mark: statusMarks[pipeline.status],
          details: [
            t(`gitlab.status.${pipeline.status}`),
            pipeline.durationSeconds === undefined
              ? undefined
              : format.duration(pipeline.durationSeconds),
            <RelativeTime at={pipeline.createdAt} />,
          ],
        }))}
      />
    </>
  );
}

/** The stages of a pipeline as signs, from left to right. */
function Stages(props: { pipeline: GitlabPipeline }) {
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

function toCalmSentence(
  latest: GitlabPipeline | undefined,
  t: Words['t'],
): string {
  if (!latest) return t('gitlab.nothing');
  const { ref, status } = latest;
  if (status === 'success') return t('gitlab.succeeded', { ref });
  if (statusMarks[status] === 'pending') return t('gitlab.inProgress', { ref });
  return t('gitlab.latest', { ref, status: t(`gitlab.status.${status}`) });
}

function toMirrorFacts({ mirror }: GitlabView, t: Words['t']) {
  if (!mirror) return [];
  return [
    mirror.commitsBehind === 0 && t('gitlab.mirrorFresh'),
    mirror.lastSuccessfulAt &&
      t('gitlab.mirrorCopied', {
        time: <RelativeTime at={mirror.lastSuccessfulAt} />,
      }),
    mirror.orphanBranches.length > 0 &&
      t('gitlab.orphans', { count: mirror.orphanBranches.length }),
  ];
}
