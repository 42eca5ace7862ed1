import { GithubView } from '@socialgouv/backstage-plugin-fabrique-common';
import { CardRows } from '../../card/CardRows';
import { FabriqueCardContentProps } from '../../card/FabriqueCardBlueprint';
import { Facts } from '../../card/Facts';
import { Headline } from '../../card/Headline';
import { ToolLink } from '../../card/ToolLink';
import { RelativeTime } from '../../words/RelativeTime';
import { useWords, Words } from '../../words/useWords';

/** A GitHub repository: what moved last, what waits for someone. */
export function GithubCardContent(props: FabriqueCardContentProps<GithubView>) {
  const { view, verdict } = props;
  const { t, format } = useWords();
  const { lastCommit, latestRelease, pullRequests, sharedCi } = view;
  return (
    <>
      <Headline verdict={verdict} calm={toCalmSentence(view, t)} />
      <Facts
        facts={[
          lastCommit && (
            <ToolLink href={lastCommit.url}>
              {t('github.lastCommit', {
                time: format.relativeTime(lastCommit.committedAt),
              })}
            </ToolLink>
          ),
          latestRelease && (
            <ToolLink href={latestRelease.url}>
              {t('github.release', {
                tag: latestRelease.tag.replace(/^v(?=\d)/, ''),
                time: format.relativeTime(latestRelease.publishedAt),
              })}
            </ToolLink>
          ),
          verdict.level !== 'ok' && toPullRequests(view, t),
          toBranchFact(view, t),
          t(`github.visibility.${view.visibility}`),
          sharedCi && toSharedCiFact(sharedCi, t),
          view.securityAlertsUrl && (
            <ToolLink href={view.securityAlertsUrl}>
              {t('github.alerts', { count: view.openSecurityAlertCount ?? 0 })}
            </ToolLink>
          ),
        ]}
      />
      <CardRows
        label={t('github.rows')}
        rows={pullRequests.newest.map(pullRequest => ({
          key: String(pullRequest.number),
          title: `#${pullRequest.number} ${pullRequest.title}`,
          href: pullRequest.url,
          details: [
            pullRequest.isDraft ? t('github.draft') : undefined,
            pullRequest.author,
            <RelativeTime at={pullRequest.createdAt} />,
          ],
        }))}
      />
    </>
  );
}

function toCalmSentence(view: GithubView, t: Words['t']): string {
  if (view.isArchived) return t('github.archived');
  if (!view.lastCommit) return t('github.empty');
  return toPullRequests(view, t);
}

function toPullRequests({ pullRequests }: GithubView, t: Words['t']): string {
  const { count, complete } = pullRequests;
  return complete
    ? t('github.pullRequests', { count })
    : t('github.pullRequestsAtLeast', { minimum: count });
}

function toBranchFact(view: GithubView, t: Words['t']): string {
  const branch = view.defaultBranch;
  switch (view.isDefaultBranchProtected) {
    case true:
      return t('github.branchProtected', { branch });
    case false:
      return t('github.branchUnprotected', { branch });
    default:
      return t('github.branch', { branch });
  }
}

function toSharedCiFact(
  { ref, newerRef }: NonNullable<GithubView['sharedCi']>,
  t: Words['t'],
): string {
  if (ref === 'HEAD') return t('github.sharedCiNewest');
  return newerRef
    ? t('github.sharedCiNewer', { ref, newer: newerRef })
    : t('github.sharedCi', { ref });
}
