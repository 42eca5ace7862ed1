/** The journal notes the end of an answer a little after what it began. */
const precisionMs = 20;

/** Parts that the parts of the template wait for; as `createAppParts` says. */
const after = {
  sentry: ['sealing'],
  postgres: ['sealing', 'azure'],
  blob: ['sealing', 'azure'],
  repository: ['sentry', 'matomo', 'postgres', 'blob', 'azure', 'sealing'],
  mirror: ['repository'],
};

/**
 * Finds the longest chain of calls that had to wait for one another, by the durations of its calls.
 *
 * A call waits for those that ended before it began and that are
 * - of the same part and thing (a storage account, a server): what is done to one thing in turn is done in
 *   turn because it must; nothing of one account waits for the other;
 * - of a part that its own part comes after;
 * - or reads of the plan, if it began after the plan was printed: one plan for all means that nothing is
 *   changed before all is read.
 *
 * The mirror asks GitHub too: what is asked of GitHub waits for what GitLab has answered, and the other
 * way round. A long operation of Azure is a call that lasts from when it was accepted until it was done;
 * what passes until a poll finds that out is the portal's own time.
 *
 * @param calls - with `part`, `startedAt` and `endedAt` in milliseconds, and the `thing` where there is one
 * @param plannedAt - when the plan was printed, in milliseconds
 * @returns the chain, its first call first
 */
export function findLongestChain(calls, plannedAt) {
  const inOrder = [...calls].sort((a, b) => a.endedAt - b.endedAt);
  const chains = new Map();
  let longest = { totalMs: 0, calls: [] };
  for (const call of inOrder) {
    const before = [...chains]
      .filter(([other]) => waitsFor(call, other, plannedAt))
      .map(([, chain]) => chain)
      .reduce((best, chain) => (chain.totalMs > best.totalMs ? chain : best), {
        totalMs: 0,
        calls: [],
      });
    const chain = {
      totalMs: before.totalMs + call.endedAt - call.startedAt,
      calls: [...before.calls, call],
    };
    chains.set(call, chain);
    if (chain.totalMs > longest.totalMs) longest = chain;
  }
  return longest;
}

function waitsFor(call, other, plannedAt) {
  if (other.endedAt > call.startedAt + precisionMs) return false;
  if (other.endedAt <= plannedAt && call.startedAt >= plannedAt) return true;
  return (
    (call.part === other.part && isSameThing(call.thing, other.thing)) ||
    isAfter(call.part, other.part) ||
    (call.part === 'repository' && other.part === 'mirror')
  );
}

/** What is asked of a whole system belongs to each of its things. */
function isSameThing(one, other) {
  return !one || !other || one === other;
}

function isAfter(part, other) {
  const direct = after[part] ?? [];
  return direct.includes(other) || direct.some(one => isAfter(one, other));
}
