import { toError } from '@backstage/errors';
import { LoggerService } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import {
  Environment,
  FleetService,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { IntegrationProvider } from '@socialgouv/backstage-plugin-fabrique-node';
import { CachedAnswer } from '../overview/AnswerCache';
import { FleetAnswer } from './FleetStore';
import { toTargetKey } from './toFleetComponent';

/** How long a service is left alone that limits our requests and does not say for how long. */
const unnamedRestMs = 5 * 60_000;
const longestRestMs = 60 * 60_000;

/** What the fleet keeps of an answer. */
export function toFleetAnswer(
  answer: CachedAnswer,
  options: {
    provider: IntegrationProvider;
    target: JsonObject;
    refreshEveryMs: number;
    logger: LoggerService;
  },
): FleetAnswer {
  const { provider, target, refreshEveryMs } = options;
  const { fetchedAt, failedAt, failure } = answer;
  const answeredAt = Date.parse(failedAt ?? fetchedAt ?? '') || Date.now();
  const againAt = answeredAt + Math.max(refreshEveryMs, provider.freshForMs);
  const restUntil =
    failure?.kind === 'rate-limited'
      ? toRestUntil(failure.retryAfter, answeredAt)
      : 0;
  return {
    service: provider.id,
    targetKey: toTargetKey(target),
    healthIn: environment => toHealth(answer, environment, options),
    answeredAt: new Date(answeredAt),
    dueAt: new Date(Math.max(againAt, restUntil)),
  };
}

function toRestUntil(retryAfter: string | undefined, askedAt: number): number {
  const named = Date.parse(retryAfter ?? '') || askedAt + unnamedRestMs;
  return Math.min(named, askedAt + longestRestMs);
}

function toHealth(
  { value, fetchedAt, failure }: CachedAnswer,
  environment: string,
  options: { provider: IntegrationProvider; logger: LoggerService },
): FleetService {
  if (!value || !fetchedAt) {
    return {
      state: 'failed',
      failureKind: failure?.kind ?? 'invalid-response',
    };
  }
  try {
    const { provider } = options;
    const view = provider.toView?.(value, environment as Environment) ?? value;
    const { level, reasons } = provider.toVerdict(view, new Date());
    return {
      state: 'ok',
      level,
      reasons,
      fetchedAt,
      ...(failure && { failureKind: failure.kind }),
    };
  } catch (error) {
    // The fault of one service's own code must not stop the round.
    options.logger.error(
      `Service ${options.provider.id} cannot be judged`,
      toError(error),
    );
    return { state: 'failed', failureKind: 'invalid-response' };
  }
}
