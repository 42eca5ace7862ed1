import { ms, ratio, table, verdict } from './format.mjs';

export function describeFirstCard(figures) {
  const { none, hanging, upstream, pages, spread } = figures;
  return `## The first card

In Chromium, from the navigation to the first card with an answer, for components that nobody had looked at since the portal was started; medians of ${
    pages.none
  } and ${pages.hanging} pages that take turns.

${table(
  ['no upstream hangs', `${upstream} hangs`, 'ratio'],
  [[ms(none), ms(hanging), ratio(hanging, none)]],
)}

Wanted: no later, beyond what pages differ among themselves (half of them lie within ${ms(
    spread,
  )} of one another): ${verdict(hanging <= none + spread)}.`;
}
