import { Entity } from '@backstage/catalog-model';
import {
  TransverseService,
  TransverseServicesAnswer,
  UpptimeView,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { IntegrationProvider } from '@socialgouv/backstage-plugin-fabrique-node';
import { AnswerCache, CachedAnswer } from '../overview/AnswerCache';
import { Patience } from '../overview/Patience';
import { toQuestion } from '../overview/toQuestion';
import { TransverseServiceConfig } from './readTransverseServices';

type Health = Pick<TransverseService, 'state' | 'level' | 'reasons'>;

/** The services that the teams share, and whether they answer, as UppTime says. */
export class TransverseServices {
  readonly #answers: AnswerCache;
  readonly #services: TransverseServiceConfig[];
  readonly #upptime?: IntegrationProvider;

  constructor(options: {
    answers: AnswerCache;
    services: TransverseServiceConfig[];
    /** Absent where the portal is not connected to UppTime. */
    upptime?: IntegrationProvider;
  }) {
    this.#answers = options.answers;
    this.#services = options.services;
    this.#upptime = options.upptime;
  }

  /** Lists them in the order of the configuration; an UppTime that fails leaves their states unknown. */
  async list(): Promise<TransverseServicesAnswer> {
    const { over: givenUp } = new Patience();
    const readings = await Promise.all(
      this.#services.map(async ({ upptimeUrl, ...service }) => {
        const answer = await this.#read(
          service.id,
          upptimeUrl ?? service.url,
          givenUp,
        );
        return { service: { ...service, ...this.#toHealth(answer) }, answer };
      }),
    );
    const times = readings.flatMap(({ answer }) => answer?.fetchedAt ?? []);
    // What UppTime does not watch is no failure of UppTime's.
    const failure = readings
      .flatMap(({ answer }) => answer?.failure ?? [])
      .find(({ kind }) => kind !== 'not-found');
    return {
      services: readings.map(({ service }) => service),
      ...(times.length > 0 && { fetchedAt: times.sort()[0] }),
      ...(failure && { failure }),
    };
  }

  async #read(
    id: string,
    url: string | undefined,
    givenUp: Promise<undefined>,
  ): Promise<CachedAnswer | undefined> {
    const upptime = this.#upptime;
    if (!url || !upptime) return undefined;
    const target = upptime.toTarget(toWatched(upptime, id, url), 'prod');
    return target && this.#answers.read(toQuestion(upptime, target), givenUp);
  }

  #toHealth(answer: CachedAnswer | undefined): Health {
    const view = answer?.value as UpptimeView | undefined;
    if (!view?.status) return { state: 'unknown' };
    const { level, reasons } = this.#upptime!.toVerdict(view, new Date());
    return {
      state: view.status === 'down' ? 'down' : 'up',
      level,
      ...(reasons.length > 0 && { reasons }),
    };
  }
}

/** What an entity with this address would say, so that only the slice of UppTime knows its targets. */
function toWatched(
  { annotation }: IntegrationProvider,
  name: string,
  url: string,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, annotations: { [annotation.name]: url } },
  };
}
