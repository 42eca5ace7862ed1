import { tipimailVerdictWords } from '@socialgouv/backstage-plugin-fabrique-common';

/** What the page says of Tipimail. */
export const tipimailWords = {
  ...tipimailVerdictWords,
  /** The linked thing as the subject of a sentence. */
  thing: 'The Tipimail account of {{name}}',
  /** The linked thing as that to which one has access. */
  access: 'the messages of {{name}}',
  caught: 'no message leaves this environment',
  catcher:
    'A mail catcher (maildev, Mailpit) keeps what the application writes: Tipimail is not used here.',
  nothing: 'no message sent in 30 days',
  sent_one: '{{count, number}} message sent in 30 days',
  sent_other: '{{count, number}} messages sent in 30 days',
  chart: 'Messages sent a day over 30 days',
  value: 'Messages',
  range: '30 d',
  delivered: '{{percent}} delivered',
  bounced_one: '{{count, number}} came back ({{percent}})',
  bounced_other: '{{count, number}} came back ({{percent}})',
  complained_one: '{{count, number}} complaint ({{percent}})',
  complained_other: '{{count, number}} complaints ({{percent}})',
  refused_one: '{{count, number}} refused by Tipimail',
  refused_other: '{{count, number}} refused by Tipimail',
  rows: 'Sending domains',
  undeclared: 'unknown to Tipimail',
  verified: 'DKIM and SPF verified',
  missing: '{{names}} to be verified',
} as const;
