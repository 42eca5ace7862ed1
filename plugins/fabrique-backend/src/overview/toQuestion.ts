import { JsonObject } from '@backstage/types';
import { IntegrationProvider } from '@socialgouv/backstage-plugin-fabrique-node';
import { Question } from './AnswerCache';

/** What a provider is asked for a target. The page and the fleet ask the same, and share the answer. */
export function toQuestion(
  provider: IntegrationProvider,
  target: JsonObject,
): Question {
  return {
    service: provider.id,
    target,
    freshForMs: provider.freshForMs,
    ask: options => provider.load(target, options),
  };
}
