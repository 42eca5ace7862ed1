import {
  MatomoView,
  matomoManualChecks,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { Folded } from '../../card/Folded';
import { MarkLevel, VerdictMark } from '../../card/VerdictMark';
import { Sentence } from '../../words/Sentence';
import { useWords } from '../../words/useWords';
import classes from './ExemptionChecklist.module.css';

interface ChecklistItem {
  key: string;
  mark: MarkLevel;
  sentence: string;
}

/**
 * Conditions under which the CNIL lets a site count its visits without asking: what is to be mended
 * first, then what a person has to check, then what is well.
 */
export function ExemptionChecklist(props: {
  conditions: MatomoView['exemption'];
}) {
  const { t, format } = useWords();
  const { conditions } = props;
  if (conditions.length === 0) return null;
  const unmet: ChecklistItem[] = [];
  const unknown: ChecklistItem[] = [];
  const met: ChecklistItem[] = [];
  for (const { check, met: isMet } of conditions) {
    if (isMet === undefined) {
      const sentence = t(`matomo.exemption.check.${check}`);
      unknown.push({ key: check, mark: 'unknown', sentence });
    } else if (isMet) {
      const sentence = t(`matomo.exemption.met.${check}`);
      met.push({ key: check, mark: 'ok', sentence });
    } else {
      const sentence = t(`matomo.exemption.unmet.${check}`);
      unmet.push({ key: check, mark: 'attention', sentence });
    }
  }
  for (const check of matomoManualChecks) {
    const sentence = t(`matomo.exemption.check.${check}`);
    unknown.push({ key: check, mark: 'unknown', sentence });
  }
  const counts = [
    unmet.length > 0 &&
      t('matomo.exemption.unmetCount', { count: unmet.length }),
    met.length > 0 && t('matomo.exemption.metCount', { count: met.length }),
    t('matomo.exemption.unknownCount', { count: unknown.length }),
  ].filter(part => part !== false);
  return (
    <Folded
      isOpen={unmet.length > 0}
      summary={t('matomo.exemption.summary', { counts: format.list(counts) })}
    >
      <ul className={classes.list}>
        {[...unmet, ...unknown, ...met].map(({ key, mark, sentence }) => (
          <li key={key} className={classes.item}>
            <VerdictMark level={mark} size={12} />
            <span>
              <Sentence>{sentence}</Sentence>
            </span>
          </li>
        ))}
      </ul>
    </Folded>
  );
}
