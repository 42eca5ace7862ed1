import { upptimeVerdictWords } from '@socialgouv/backstage-plugin-fabrique-common';

/** What the page says of UppTime. */
export const upptimeWords = {
  ...upptimeVerdictWords,
  /** The linked thing as the subject of a sentence. */
  thing: 'UppTime site {{name}}',
  /** The linked thing as that to which one has access. */
  access: 'site {{name}}',
  notFound:
    'UppTime does not watch this site. If that was asked for lately, the pull request that adds it waits to be merged; otherwise check the annotation `{{annotation}}`.',
  up: 'the site answers',
  unknown: 'UppTime does not say whether the site answers',
  uptime: {
    day: '{{percent}} over a day',
    week: '{{percent}} over a week',
    month: '{{percent}} over a month',
    year: '{{percent}} over a year',
    all: '{{percent}} since it is watched',
  },
  time: {
    day: 'answered in {{ms, number}} ms over a day',
    week: 'answered in {{ms, number}} ms over a week',
    month: 'answered in {{ms, number}} ms over a month',
    year: 'answered in {{ms, number}} ms over a year',
    all: 'answered in {{ms, number}} ms since it is watched',
  },
  usual:
    'answered in {{ms, number}} ms over a day, {{usual, number}} ms are usual',
  averages: 'average response time',
  period: {
    day: 'last day',
    week: 'last week',
    month: 'last month',
    year: 'last year',
    all: 'since it is watched',
  },
  available: 'Available: {{values}}',
  chart: {
    down: 'Minutes down a day over 90 days',
    time: 'Average response time by period',
  },
  ms: 'Milliseconds',
  value: 'Minutes down',
  downDays_zero: '90 d · never down',
  downDays_one: '90 d · {{count, number}} day with an outage',
  downDays_other: '90 d · {{count, number}} days with an outage',
  rows: 'Last outages',
  downFor: 'down for {{duration}}',
  incident: {
    down: 'The site did not answer',
    httpStatus: 'The site answered with the HTTP error {{status}}',
    degraded: 'The site answered slowly',
  },
  ongoing: 'under way',
  lasted: 'for {{duration}}',
} as const;
