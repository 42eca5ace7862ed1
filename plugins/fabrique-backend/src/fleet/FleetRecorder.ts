import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { IntegrationProvider } from '@socialgouv/backstage-plugin-fabrique-node';
import { AnswerListener, CachedAnswer } from '../overview/AnswerCache';
import { FleetStore } from './FleetStore';
import { toFleetAnswer } from './toFleetAnswer';

/** Takes answers over into the fleet, whoever asked for them. */
export class FleetRecorder {
  readonly #logger: LoggerService;
  readonly #providers: Map<string, IntegrationProvider>;
  readonly #refreshEveryMs: number;
  readonly #store: FleetStore;

  constructor(options: {
    logger: LoggerService;
    providers: IntegrationProvider[];
    refreshEveryMs: number;
    store: FleetStore;
  }) {
    this.#logger = options.logger;
    this.#providers = new Map(options.providers.map(p => [p.id, p]));
    this.#refreshEveryMs = options.refreshEveryMs;
    this.#store = options.store;
  }

  async record(
    provider: IntegrationProvider,
    target: JsonObject,
    answer: CachedAnswer,
  ): Promise<void> {
    await this.#store.record(
      toFleetAnswer(answer, {
        provider,
        target,
        refreshEveryMs: this.#refreshEveryMs,
        logger: this.#logger,
      }),
    );
  }

  /** Takes over what an upstream has just answered to a viewer, who does not wait for it. */
  readonly overhear: AnswerListener = (question, answer, askedBy) => {
    const { service, target } = question;
    const provider = this.#providers.get(service);
    // The background records what it asked by itself.
    if (!provider || askedBy === 'background') return;
    this.record(provider, target, answer).catch(error =>
      this.#logger.warn(
        'An answer could not be taken over into the fleet',
        toError(error),
      ),
    );
  };
}
