import { GitlabView } from '@socialgouv/backstage-plugin-fabrique-common';
import { Facts } from '../../card/Facts';
import { Quiet } from '../../card/Quiet';
import { RelativeTime } from '../../words/RelativeTime';
import { useWords, Words } from '../../words/useWords';
import { MirrorRun } from './MirrorRun';
import classes from './MirrorSection.module.css';

type Mirror = NonNullable<GitlabView['mirror']>;

const maximumOrphans = 3;

/** How well a project mirrors its source, and the button that has it copied again. */
export function MirrorSection(props: { project: string; mirror: Mirror }) {
  const { project, mirror } = props;
  const { t, format } = useWords();
  const { orphanBranches, lastSuccessfulAt, lastError } = mirror;
  const orphans = orphanBranches.slice(0, maximumOrphans);
  const hidden = orphanBranches.length - orphans.length;
  return (
    <div className={classes.mirror}>
      <Facts
        facts={[
          toHeadsFact(mirror, t),
          mirror.behindSince &&
            t('gitlab.behindSince', {
              time: <RelativeTime at={mirror.behindSince} />,
            }),
          lastSuccessfulAt &&
            t('gitlab.mirrorCopied', {
              time: <RelativeTime at={lastSuccessfulAt} />,
            }),
        ]}
      />
      {mirror.status === 'failed' && lastError && (
        <Quiet as="p" size="x-small">
          {t('gitlab.mirrorError', { error: lastError })}
        </Quiet>
      )}
      {orphans.length > 0 && (
        <Quiet as="p" size="x-small">
          {t('gitlab.orphans', {
            count: orphanBranches.length,
            branches: format.list([
              ...orphans,
              ...(hidden > 0
                ? [t('gitlab.otherOrphans', { count: hidden })]
                : []),
            ]),
          })}
        </Quiet>
      )}
      <MirrorRun project={project} />
    </div>
  );
}

function toHeadsFact(mirror: Mirror, t: Words['t']): string | undefined {
  const { mirroredHead, sourceHead } = mirror;
  const toShort = (sha: string) => sha.slice(0, 8);
  if (!mirroredHead) return undefined;
  if (!sourceHead) {
    return t('gitlab.mirroredHead', { mirror: toShort(mirroredHead) });
  }
  return sourceHead === mirroredHead
    ? t('gitlab.mirrorFresh', { head: toShort(sourceHead) })
    : t('gitlab.heads', {
        source: toShort(sourceHead),
        mirror: toShort(mirroredHead),
      });
}
