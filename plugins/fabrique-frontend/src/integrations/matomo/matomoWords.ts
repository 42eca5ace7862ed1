import { matomoVerdictWords } from '@socialgouv/backstage-plugin-fabrique-common';

/** What the page says of Matomo. */
export const matomoWords = {
  ...matomoVerdictWords,
  /** The linked thing as the subject of a sentence. */
  thing: '{{name}} of Matomo',
  /** The linked thing as that to which one has access. */
  access: '{{name}} of Matomo',
  visits_zero: 'no visit in 7 days',
  visits_one: '{{count, number}} visit in 7 days',
  visits_other: '{{count, number}} visits in 7 days',
  today_zero: 'none today',
  today_one: '{{count, number}} today',
  today_other: '{{count, number}} today',
  change: '{{change}} on the week before',
  bounce: '{{percent}} of visits of one page',
  goal: '{{name}}: {{conversions, number}}',
  chart: 'Visits per day over 30 days',
  range: 'per day over 30 days',
  value: 'Visits',
  rows: 'Most visited pages over 30 days',
  pageVisits_one: '{{count, number}} visit',
  pageVisits_other: '{{count, number}} visits',
  exemption: {
    label: 'CNIL exemption, still to mend: {{checks}}',
    'ecommerce-off': 'e-commerce is on',
    'site-search-declared': 'the site search is not declared',
    'user-id-off': 'the user id is sent',
    'retention-25-months': 'raw data is kept for more than 25 months',
  },
} as const;
