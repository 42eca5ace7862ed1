import { IntegrationProvider } from '@socialgouv/backstage-plugin-fabrique-node';
import { AnswerCache } from '../overview/AnswerCache';
import { toQuestion } from '../overview/toQuestion';
import { FleetRecorder } from './FleetRecorder';
import { FleetStore } from './FleetStore';
import { runPaced } from './runPaced';

/** So that a service which answers slowly does not get fewer questions than its budget allows. */
const questionsAtOnce = 4;

/**
 * Asks a service about the targets that are due, for a minute and within its budget. What is left is
 * due in the next round, whichever replica runs it.
 */
export async function refreshService(options: {
  answers: AnswerCache;
  /** Whether answers go into the cache of the page even where nobody looked at them. */
  keepAnswers: boolean;
  provider: IntegrationProvider;
  recorder: FleetRecorder;
  signal: AbortSignal;
  store: FleetStore;
  targetsPerMinute: number;
}): Promise<void> {
  const { answers, provider, recorder, store, targetsPerMinute } = options;
  const now = new Date();
  if (await store.getRestUntil(provider.id, now)) return;
  const due = await store.listDue(provider.id, {
    now,
    limit: Math.ceil(targetsPerMinute),
  });
  await runPaced(due, {
    perMinute: targetsPerMinute,
    atOnce: questionsAtOnce,
    signal: options.signal,
    async run({ target }) {
      const answer = await answers.readFresh(toQuestion(provider, target), {
        keep: options.keepAnswers,
      });
      await recorder.record(provider, target, answer);
      return answer.failure?.kind !== 'rate-limited';
    },
  });
}
