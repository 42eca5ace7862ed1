import { EntityOverview } from '@socialgouv/backstage-plugin-fabrique-common';

/** A card has nothing to show yet: ask again so soon, in milliseconds. */
const atOnceMs = 400;
/** A newer answer is on its way, in milliseconds. */
const soonMs = 1_500;
/** Nothing is on its way; only while the document is visible, in milliseconds. */
const calmMs = 30_000;

/** Tells how long to wait before the overview is asked for again, in milliseconds. */
export function nextRefreshMs(overview: EntityOverview | undefined): number {
  const results = Object.values(overview?.services ?? {});
  if (results.some(({ state }) => state === 'pending')) return atOnceMs;
  const isComing = results.some(
    result => 'renewing' in result && result.renewing,
  );
  return isComing ? soonMs : calmMs;
}
