import { toSentenceCase, useWords } from '../words/useWords';
import { OverviewSummary } from './summarizeOverview';

/** Answers in one sentence whether the application is well. */
export function useSummarySentence(): (summary: OverviewSummary) => string {
  const { t, format, serviceTitle } = useWords();
  return summary => {
    const { problemCount, attentionCount, failed, pending } = summary;
    const name = (ids: string[]) => format.list(ids.map(serviceTitle));
    switch (summary.level) {
      case 'problem':
      case 'attention': {
        const parts = [
          problemCount > 0 && t('overview.problems', { count: problemCount }),
          attentionCount > 0 &&
            t('overview.attentions', { count: attentionCount }),
        ].filter(part => part !== false);
        return toSentenceCase(format.list(parts));
      }
      case 'unknown':
        return t('overview.unknown', {
          count: failed.length,
          services: name(failed),
        });
      case 'pending':
        return t('overview.pending', {
          count: pending.length,
          services: name(pending),
        });
      case 'none':
        return t('overview.none');
      default:
        return t('overview.ok');
    }
  };
}
