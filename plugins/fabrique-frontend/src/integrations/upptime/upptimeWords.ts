import { upptimeVerdictWords } from '@socialgouv/backstage-plugin-fabrique-common';

/** What the page says of UppTime. */
export const upptimeWords = {
  ...upptimeVerdictWords,
  /** The linked thing as the subject of a sentence. */
  thing: 'UppTime site {{name}}',
  /** The linked thing as that to which one has access. */
  access: 'site {{name}}',
  up: 'the site answers',
  degraded: 'the site answers, but slowly',
  unknown: 'UppTime does not say whether the site answers',
  uptime: {
    day: '{{percent}} over a day',
    week: '{{percent}} over a week',
    month: '{{percent}} over a month',
    year: '{{percent}} over a year',
    all: '{{percent}} since it is watched',
  },
  time: {
    day: '{{ms, number}} ms over a day',
    week: '{{ms, number}} ms over a week',
    month: '{{ms, number}} ms over a month',
    year: '{{ms, number}} ms over a year',
    all: '{{ms, number}} ms since it is watched',
  },
  available: 'Available: {{values}}',
  responseTime: 'Response time: {{values}}',
  chart: 'Minutes down a day over 90 days',
  range: '90 d',
  value: 'Minutes down',
  neverDown: 'never down within 90 days',
  rows: 'Last days with an outage',
  downFor: 'down for {{duration}}',
} as const;
