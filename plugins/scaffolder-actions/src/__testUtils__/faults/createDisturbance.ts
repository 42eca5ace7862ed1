import { Disturbance } from './ActionLives';
import { faultKinds } from './faultKinds';
import { FaultPortal } from './startFaultPortal';
import { UpstreamCall } from './upstreamCalls';

/** Has one call of the next step fail: by the system itself, over the wire; Postgres in the driver. */
export function createDisturbance(
  { sandbox, proxy }: FaultPortal,
  call: UpstreamCall,
  kind: string,
  words: string,
): Disturbance & {
  /** The call was not made. */
  isUnmet(): boolean;
} {
  const { http, postgres, isSilent } = faultKinds[kind];
  // For the others, a busy machine must not look like a silent upstream.
  const isHurried = isSilent;
  const { upstream, method = 'GET', path = '', after } = call;
  let isUnmet = false;
  const shared = { step: { isHurried }, isUnmet: () => isUnmet };
  if (upstream === 'postgres') {
    const answer = postgres && { ...postgres, message: words };
    const postgresFault = { call: `postgres ${call.title}`, after, answer };
    return { ...shared, step: { isHurried, postgresFault } };
  }
  const toPath = (name: string) => path.replaceAll('<name>', name);
  const fault = http(words, call);
  if (upstream === 'ledger' || upstream === 'catalog') {
    return {
      ...shared,
      async begin(name) {
        proxy.set({ method, path: new RegExp(toPath(name)), after, fault });
      },
      async end() {
        isUnmet = proxy.clear();
      },
    };
  }
  const faults = `${sandbox.urls.control}/_faults`;
  return {
    ...shared,
    async begin(name) {
      const match = { method, path: toPath(name) };
      const answer = await fetch(faults, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ upstream, match, fault, after, times: 1 }),
      });
      if (!answer.ok) throw new Error(await answer.text());
    },
    async end() {
      const left = (await (await fetch(faults)).json()) as unknown[];
      isUnmet = left.length > 0;
      await fetch(faults, { method: 'DELETE' });
    },
  };
}
