import { table, verdict } from './format.mjs';

export function describeBundle(figures) {
  const { initial, homePage, plotsAreLazy, limitKilobytes } = figures;
  const row = (what, size) => [
    what,
    size.withoutKilobytes,
    size.withKilobytes,
    size.addedKilobytes,
  ];
  return `## What the plugin adds to the first page load

The portal's frontend is built twice with the same tool, without and with the plugin; kilobytes after gzip.

${table(
  ['', 'without', 'with', 'added'],
  [
    row('named by `index.html`', initial),
    row('loaded when the home page is complete', homePage),
  ],
)}

Wanted: ${limitKilobytes} kB or less, plots loaded only by who looks at one: ${verdict(
    homePage.addedKilobytes <= limitKilobytes && plotsAreLazy,
  )}.`;
}
