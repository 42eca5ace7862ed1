import { Plan } from './EnsuredResource';

/**
 * Plans as aligned lines of plain text.
 *
 * @public
 */
export function formatPlan(rows: { title: string; plan: Plan }[]): string[] {
  const verbWidth = Math.max(...rows.map(({ plan }) => plan.verb.length));
  const titleWidth = Math.max(...rows.map(({ title }) => title.length));
  return rows.map(({ title, plan: { verb, detail = '' } }) =>
    `  ${verb.padEnd(verbWidth)}  ${title.padEnd(
      titleWidth,
    )}  ${detail}`.trimEnd(),
  );
}
