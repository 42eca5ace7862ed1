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
  actions: '{{number, number}} actions per visit',
  chart: 'Visits per day over 30 days',
  value: 'Visits',
  comparison: 'Visits a week before',
  month_one: '30 d · {{count, number}} visit · dashed: a week before',
  month_other: '30 d · {{count, number}} visits · dashed: a week before',
  rows: 'Most visited pages over 30 days',
  pageVisits_one: '{{count, number}} visit',
  pageVisits_other: '{{count, number}} visits',
  exemption: {
    summary: 'CNIL exemption: {{counts}}',
    unmetCount_one: '{{count, number}} condition to mend',
    unmetCount_other: '{{count, number}} conditions to mend',
    metCount_one: '{{count, number}} met',
    metCount_other: '{{count, number}} met',
    unknownCount_one: '{{count, number}} to check yourself',
    unknownCount_other: '{{count, number}} to check yourself',
    met: {
      'ecommerce-off': 'E-commerce is not tracked.',
      'user-id-off': 'No user id is sent.',
      'heatmaps-off': 'No heatmap is active.',
      'session-recording-off': 'No session is recorded.',
      'visitor-log-off': 'The visits log is off.',
    },
    unmet: {
      'ecommerce-off':
        'E-commerce is tracked: turn it off in the settings of the site in Matomo.',
      'user-id-off':
        'A user id is sent: remove `setUserId` from the tracking code.',
      'heatmaps-off': 'A heatmap is active: end it in Matomo.',
      'session-recording-off': 'Sessions are recorded: end that in Matomo.',
      'visitor-log-off':
        'The visits log shows every visitor: turn it off, with the profiles, in the settings of the site in Matomo.',
    },
    check: {
      'ecommerce-off':
        'To check, as Matomo does not tell the portal: e-commerce is not tracked.',
      'user-id-off':
        'To check, as Matomo does not tell the portal: the tracking code does not call `setUserId`.',
      'heatmaps-off':
        'To check, as Matomo does not tell the portal: no heatmap is active.',
      'session-recording-off':
        'To check, as Matomo does not tell the portal: no session is recorded.',
      'visitor-log-off':
        'To check, as Matomo does not tell the portal: the visits log is off.',
      'ip-anonymised':
        'To check: Matomo masks at least two bytes of IP addresses (Privacy › Anonymize data).',
      'third-party-cookies-off':
        'To check: Matomo sets no third-party cookie (`use_third_party_id_cookie = 0`).',
      'cross-domain-off':
        'To check: the tracking code does not call `enableCrossDomainLinking`.',
      'cookies-13-months':
        'To check: cookies last 13 months at most, or the tracking code calls `disableCookies`.',
      'retention-25-months':
        'To check: data is deleted after 25 months at most (Privacy › Anonymize data).',
      'opt-out':
        'To check: the site tells of this tracking, and one of its pages lets people object (`module=CoreAdminHome&action=optOut`).',
    },
  },
} as const;
