import { describeActions } from './describeActions.mjs';
import { describeBundle } from './describeBundle.mjs';
import { describeCalls } from './describeCalls.mjs';
import { describeFirstCard } from './describeFirstCard.mjs';
import { describeGrowth } from './describeGrowth.mjs';
import { describeOverview } from './describeOverview.mjs';

const sections = {
  calls: describeCalls,
  overview: describeOverview,
  firstCard: describeFirstCard,
  growth: describeGrowth,
  bundle: describeBundle,
  actions: describeActions,
};

/** The report of all that was measured, as Markdown. */
export function toReport(figures) {
  const missing = Object.keys(sections).filter(name => !figures[name]);
  const written = Object.entries(sections)
    .filter(([name]) => figures[name])
    .map(([name, describe]) => {
      const { command, date, machine } = figures[name];
      return `${describe(
        figures[name],
      ).trim()}\n\n_\`${command}\`, ${date}; ${machine}._\n`;
    });
  return `# Benchmarks

Written by \`yarn bench\`; under each section stand the command, the day and the machine. What is compared was measured in one run, side by side or in turn, on one machine that also runs the sandbox, Postgres and the load. Another machine gives other milliseconds; the ratios are what counts.
${missing.length > 0 ? `\nNot measured yet: ${missing.join(', ')}.\n` : ''}
${written.join('\n')}`;
}
