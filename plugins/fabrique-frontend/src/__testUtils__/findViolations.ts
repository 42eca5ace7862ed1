import axe from 'axe-core';

/** What axe calls serious or critical, with the elements. */
export async function findViolations(container: Element) {
  const { violations } = await axe.run(container, {
    // jsdom draws nothing: colours are looked at in a real browser.
    rules: { 'color-contrast': { enabled: false } },
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => [id, nodes.map(node => node.html)]);
}
