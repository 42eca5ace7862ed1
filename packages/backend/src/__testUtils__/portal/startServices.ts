import { readFileSync } from 'fs';
import * as tls from 'tls';
import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { startTestSandbox, UpstreamId } from '@socialgouv/fabrique-sandbox';
import { parse } from 'yaml';
import { readPortalConfig } from './readPortalConfig';

/** A fault as the control server of the sandbox takes it. */
export interface Fault {
  kind: 'status' | 'html' | 'shorten' | 'truncate' | 'reset' | 'hang';
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  echo?: boolean;
}

/** Every system that the portal speaks to, in a sandbox. */
export interface Services {
  /** The portal's configuration against them. */
  config: JsonObject;
  /** Ports on which they answer. */
  ports: number[];
  /** Reads the `catalog-info.yaml` of an application of the seeded fleet. */
  readEntity(name: string): Promise<Entity>;
  inject(upstream: UpstreamId, fault: Fault): Promise<void>;
  /** Ends every fault. */
  heal(): Promise<void>;
  /** Requests that each system received since the last time. */
  takeCalls(): Promise<Record<string, number>>;
  stop(): Promise<void>;
}

interface Journal {
  count: number;
  requests: { upstream: string; path: string }[];
}

/** Starts every system that the portal speaks to. */
export async function startServices(): Promise<Services> {
  const sandbox = await startTestSandbox();
  const { control, github } = sandbox.urls;
  // As NODE_EXTRA_CA_CERTS does for a portal that starts after its sandbox.
  tls.setDefaultCACertificates([
    ...tls.getCACertificates('default'),
    readFileSync(sandbox.caCertificatePath, 'utf8'),
  ]);
  return {
    config: await readPortalConfig(sandbox.portPrefix),
    ports: Object.values(sandbox.urls).map(url => Number(new URL(url).port)),
    async readEntity(name) {
      const file = await fetch(
        `${github}/raw/SocialGouv/${name}/main/catalog-info.yaml`,
      );
      return parse(await file.text()) as Entity;
    },
    async inject(upstream, fault) {
      const response = await fetch(`${control}/_faults`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ upstream, fault }),
      });
      if (!response.ok) throw new Error(await response.text());
    },
    async heal() {
      await fetch(`${control}/_faults`, { method: 'DELETE' });
    },
    async takeCalls() {
      const answer = await fetch(`${control}/_requests`);
      const { count, requests } = (await answer.json()) as Journal;
      if (count > requests.length) throw new Error('The journal lost some');
      await fetch(`${control}/_requests`, { method: 'DELETE' });
      const counts: Record<string, number> = {};
      for (const { upstream, path } of requests) {
        // The sandbox's own GitLab, which fetches its mirrors.
        if (path.includes('.git/')) continue;
        counts[upstream] = (counts[upstream] ?? 0) + 1;
      }
      return counts;
    },
    stop: () => sandbox.remove(),
  };
}
