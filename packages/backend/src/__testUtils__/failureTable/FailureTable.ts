import { setTimeout as sleep } from 'timers/promises';
import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import {
  IntegrationId,
  integrationIds,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { ColumnName, Fault, shortTimeoutSeconds } from './columns';
import { Cell, findOthers, judgeReading } from './judgeReading';
import { KeptAnswers } from './KeptAnswers';
import { findSecrets } from './secrets';
import { Portal, startPortal } from './startPortal';
import { toColumn, toUpstreams } from './upstreams';

const settledWithinMs = 30_000;

/** Reads the failure table of one entity, cell by cell, against a sandbox. */
export class FailureTable {
  readonly #config: JsonObject;
  readonly #secrets: string[];
  readonly #entity: Entity;
  readonly #control: string;
  /** Answers of the services while nothing fails. */
  readonly #kept = new KeptAnswers();

  constructor(options: {
    /** The portal's configuration against that sandbox. */
    config: JsonObject;
    /** An entity that is linked to every service. */
    entity: Entity;
    /** Address of the sandbox's control server. */
    control: string;
  }) {
    this.#config = options.config;
    this.#secrets = [...new Set(findSecrets(options.config))];
    this.#entity = options.entity;
    this.#control = options.control;
  }

  /** The states of all services while nothing fails; their answers are kept for the cells. */
  async readHealthy(): Promise<Record<string, string>> {
    const portal = await this.#startPortal(this.#kept);
    try {
      const { overview } = await readSettled(portal, integrationIds);
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
    await this.#inject(service, fault);
    const portal = hangs
      ? await this.#startPortal(new KeptAnswers(), shortTimeoutSeconds)
      : await this.#startPortal(this.#kept.without(`${service}:`));
    try {
      const startedAt = Date.now();
      const first = await portal.readOverview();
      const elapsedMs = Date.now() - startedAt;
      const last = await readSettled(
        portal,
        hangs ? [service, ...findOthers(service)] : [service],
      );
      const answers = { first: first.text, last: last.text };
      return judgeReading(
        { service, column, answers, elapsedMs, logs: portal.logs },
        this.#secrets,
      );
    } finally {
      await fetch(`${this.#control}/_faults`, { method: 'DELETE' });
      await portal.stop();
    }
  }

  #startPortal(cache: KeptAnswers, timeoutSeconds?: number): Promise<Portal> {
    const { fabrique } = this.#config as { fabrique: JsonObject };
    const upstreams = timeoutSeconds && {
      upstreams: { timeout: { seconds: timeoutSeconds } },
    };
    return startPortal({
      config: { ...this.#config, fabrique: { ...fabrique, ...upstreams } },
      entity: this.#entity,
      cache,
    });
  }

  async #inject(service: IntegrationId, fault: Fault): Promise<void> {
    for (const upstream of toUpstreams(service)) {
      const response = await fetch(`${this.#control}/_faults`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ upstream, fault: { echo: true, ...fault } }),
      });
      if (!response.ok) throw new Error(await response.text());
    }
  }
}

async function readSettled(
  portal: Portal,
  services: readonly IntegrationId[],
): ReturnType<Portal['readOverview']> {
  const deadline = Date.now() + settledWithinMs;
  for (;;) {
    const answer = await portal.readOverview();
    const isPending = services.some(
      id => answer.overview.services[id].state === 'pending',
    );
    if (!isPending || Date.now() > deadline) return answer;
    await sleep(100);
  }
}
