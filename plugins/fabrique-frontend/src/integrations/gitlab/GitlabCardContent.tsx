import {
  GitlabPipeline,
  GitlabView,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { CardRows } from '../../card/CardRows';
import { FabriqueCardContentProps } from '../../card/FabriqueCardBlueprint';
import { Facts } from '../../card/Facts';
import { Headline } from '../../card/Headline';
import { ToolLink } from '../../card/ToolLink';
import { RelativeTime } from '../../words/RelativeTime';
import { useWords, Words } from '../../words/useWords';
import { MirrorNote } from './MirrorNote';
import { MirrorSection } from './MirrorSection';
import { statusMarks } from './pipelineStatus';
import { PipelineStages } from './PipelineStages';
import { toPipelineRows } from './toPipelineRows';

/** Pipelines of a GitLab project for what the page shows, and how well it mirrors its source. */
export function GitlabCardContent(props: FabriqueCardContentProps<GitlabView>) {
  const { view, verdict, environment } = props;
  const words = useWords();
  const { t } = words;
  const latest = view.lastPipelines[environment] ?? view.pipelines[0];
  const failedJob = latest?.failedJob;
  return (
    <>
      <Headline verdict={verdict} calm={toCalmSentence(latest, t)} />
      {latest && <PipelineStages pipeline={latest} />}
      {latest && <MirrorNote mirror={view.mirror} environment={environment} />}
      <Facts
        facts={[
          failedJob && (
            <ToolLink href={failedJob.url}>
              {t('gitlab.failedJob', { name: failedJob.name })}
            </ToolLink>
          ),
          ...toDeploymentFacts(props, t),
        ]}
      />
      <CardRows label={t('gitlab.rows')} rows={toPipelineRows(view, words)} />
      {view.mirror && (
        <MirrorSection project={view.project} mirror={view.mirror} />
      )}
    </>
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

/** What is deployed where the page looks. */
function toDeploymentFacts(
  { view, environment, branch }: FabriqueCardContentProps<GitlabView>,
  t: Words['t'],
) {
  return view.environments
    .filter(
      place => place.environment === environment && place.branch === branch,
    )
    .flatMap(({ name, url, lastDeployedAt, deployedRef }) => [
      lastDeployedAt &&
        t('gitlab.deployed', {
          environment: name,
          ref: deployedRef ?? '',
          time: <RelativeTime at={lastDeployedAt} />,
        }),
      url && <ToolLink href={url}>{new URL(url).host}</ToolLink>,
    ]);
}
