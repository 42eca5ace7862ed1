import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { IntegrationProvider } from '@socialgouv/backstage-plugin-fabrique-node';
import { AnswerListener, CachedAnswer } from '../overview/AnswerCache';
import { NoticeStore } from '../notices/NoticeStore';
import { FleetStore } from './FleetStore';
import { toFleetAnswer } from './toFleetAnswer';

/** Takes answers over into the fleet, whoever asked for them. */
export class FleetRecorder {
  readonly #logger: LoggerService;
  readonly #notices?: NoticeStore;
  readonly #providers: Map<string, IntegrationProvider>;
  readonly #refreshEveryMs: number;
  readonly #store: FleetStore;

  constructor(options: {
    logger: LoggerService;
    /** Absent where owners are told nothing. */
    notices?: NoticeStore;
    providers: IntegrationProvider[];
    refreshEveryMs: number;
    store: FleetStore;
  }) {
    this.#logger = options.logger;
    this.#notices = options.notices;
    this.#providers = new Map(options.providers.map(p => [p.id, p]));
    this.#refreshEveryMs = options.refreshEveryMs;
    this.#store = options.store;
  }

  async record(
    provider: IntegrationProvider,
    target: JsonObject,
    answer: CachedAnswer,
  ): Promise<void> {
    const fleetAnswer = toFleetAnswer(answer, {
      provider,
      target,
      refreshEveryMs: this.#refreshEveryMs,
      logger: this.#logger,
    });
    await this.#store.record(fleetAnswer, async (changes, tx) =>
      this.#notices?.note(changes, fleetAnswer.answeredAt, tx),
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
