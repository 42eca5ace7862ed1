import { VerdictWords } from '@socialgouv/backstage-plugin-fabrique-common';

type VerdictMessages<Id extends string, Key extends string> = {
  [K in `${Id}.title` | `${Id}.reason.${Key}`]: string;
};

/** Brings a service's words into the flat form of translations: `sentry.reason.newIssues_one`. */
export function toVerdictMessages<Id extends string, Key extends string>(
  id: Id,
  { title, reason }: VerdictWords<Key>,
): VerdictMessages<Id, Key> {
  return Object.fromEntries([
    [`${id}.title`, title],
    ...Object.entries(reason).map(([key, text]) => [
      `${id}.reason.${key}`,
      text,
    ]),
  ]) as VerdictMessages<Id, Key>;
}
