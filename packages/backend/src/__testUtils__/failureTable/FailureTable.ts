import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import {
  IntegrationId,
  integrationIds,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { KeptAnswers } from '../portal/KeptAnswers';
import { findSecrets } from '../portal/secrets';
import { Portal, startPortal } from '../portal/startPortal';
import type { Fault, Services } from '../portal/startServices';
import { ColumnName, shortTimeoutSeconds } from './columns';
import { Cell, findOthers, judgeReading } from './judgeReading';
import { toColumn, toUpstreams } from './upstreams';

/** Reads the failure table of one entity, cell by cell, against a sandbox. */
export class FailureTable {
  readonly #services: Services;
  readonly #secrets: string[];
  readonly #entity: Entity;
  /** Answers of the services while nothing fails. */
  readonly #kept = new KeptAnswers();

  /**
   * @param entity - linked to every service.
   */
  constructor(services: Services, entity: Entity) {
    this.#services = services;
    this.#secrets = [...new Set(findSecrets(services.config))];
    this.#entity = entity;
  }

  /** The states of all services while nothing fails; their answers are kept for the cells. */
  async readHealthy(): Promise<Record<string, string>> {
    const portal = await this.#startPortal(this.#kept);
    try {
      const { overview } = await portal.readSettled(integrationIds);
      return Object.fromEntries(
        Object.entries(overview.services).map(([id, { state }]) => [id, state]),
      );
    } finally {
      await portal.stop();
    }
  }

  /**
   * Reads one cell with a portal that has never asked this service. The others answer from what is kept,
   * except while an upstream hangs: then the portal knows nothing of any.
   *
   * @param fault - what is injected, where it is not the fault of the column.
   */
  async readCell(
    service: IntegrationId,
    column: ColumnName,
    fault: Fault = toColumn(service, column).fault,
  ): Promise<Cell> {
    const { hangs } = toColumn(service, column);
    // Some upstreams repeat the token that they refuse: here each does.
    for (const upstream of toUpstreams(service)) {
      await this.#services.inject(upstream, { echo: true, ...fault });
    }
    const portal = hangs
      ? await this.#startPortal(new KeptAnswers(), shortTimeoutSeconds)
      : await this.#startPortal(this.#kept.without(`${service}:`));
    try {
      const startedAt = Date.now();
      const first = await portal.readOverview();
      const elapsedMs = Date.now() - startedAt;
      const last = await portal.readSettled(
        hangs ? [service, ...findOthers(service)] : [service],
      );
      const answers = { first: first.text, last: last.text };
      return judgeReading(
        { service, column, answers, elapsedMs, logs: portal.logs },
        this.#secrets,
      );
    } finally {
      await this.#services.heal();
      await portal.stop();
    }
  }

  #startPortal(cache: KeptAnswers, timeoutSeconds?: number): Promise<Portal> {
    const { config } = this.#services;
    const fabrique = config.fabrique as JsonObject;
    const upstreams = timeoutSeconds && {
      upstreams: { timeout: { seconds: timeoutSeconds } },
    };
    return startPortal({
      config: { ...config, fabrique: { ...fabrique, ...upstreams } },
      entity: this.#entity,
      cache,
    });
  }
}
