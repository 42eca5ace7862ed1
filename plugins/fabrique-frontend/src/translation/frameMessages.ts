/** What surrounds the cards: names, states, failures, the page. */
export const frameMessages = {
  /** Of a service that the plugin does not know: a third party's. */
  other: {
    thing: 'The linked object {{name}}',
    access: '{{name}}',
    reason: 'something needs a look ({{key}})',
  },
  verdict: {
    ok: 'Well',
    attention: 'To look at',
    problem: 'Problem',
    unknown: 'Unknown',
    pending: 'Asking',
    none: 'Not linked',
  },
  environment: {
    label: 'Environment',
    branches: 'Review branch',
    noBranch: 'main branch',
    searchBranch: 'Search a branch',
    missingBranch:
      'The review branch {{branch}} no longer runs anywhere: this is dev.',
  },
  /** What a card shows, where that is not what was chosen. */
  scope: {
    everywhere: 'The same in every environment.',
    production: '{{service}} follows production only.',
    environment:
      '{{service}} does not tell branches apart: this is all of {{environment}}.',
  },
  chart: { time: 'Time', period: 'Period', unknown: 'unknown' },
  card: {
    updated: 'Updated {{time}}',
    open: 'Open in {{service}}',
    pending: 'Asking {{service}} for the first time…',
    moreReasons_one: 'and {{count, number}} other point',
    moreReasons_other: 'and {{count, number}} other points',
    moreRows_one: 'and {{count, number}} more',
    moreRows_other: 'and {{count, number}} more',
    shownOf: '{{shown, number}} of {{total, number}} shown',
    shownOfAtLeast: '{{shown, number}} of at least {{total, number}} shown',
    undrawable:
      'The answer of {{service}} could not be shown. Open it in {{service}}.',
    newTab: '(opens in a new tab)',
  },
  failure: {
    auth: "{{service}} rejects the portal's token. The SRE team must renew it.",
    forbidden:
      "The portal's token has no access to {{thing}}. The SRE team can give it.",
    'not-found':
      '{{thing}} does not exist (any more). Check the annotation `{{annotation}}`.',
    'rate-limited': '{{service}} limits our requests; next try at {{time}}.',
    'rate-limited-soon':
      '{{service}} limits our requests; next try in a moment.',
    timeout: '{{service}} did not answer within {{duration}}.',
    'timeout-unknown': '{{service}} did not answer in time.',
    unavailable: '{{service}} is down ({{status}}).',
    'unavailable-unknown': '{{service}} is down.',
    network: 'The portal cannot reach {{service}}.',
    'invalid-response':
      '{{service}} gave an unexpected answer; it is logged (reference {{reference}}).',
    'invalid-response-unknown':
      '{{service}} gave an unexpected answer; it is logged.',
    'misconfigured-link':
      'The value of the annotation `{{annotation}}` cannot be understood. Correct it in catalog-info.yaml, for example: `{{example}}`.',
    willRetry: 'The portal keeps trying by itself.',
    lastData: 'Last data: {{time}}.',
  },
  notLinked: {
    line_one: '{{services}} is not linked.',
    line_other: '{{services}} are not linked.',
    action: 'Link…',
    sentence:
      '{{service}} is not linked to this application. Add `{{annotation}}` to catalog-info.yaml.',
    copy: 'Copy the line for {{service}}',
    copied: 'Copied',
  },
  annotations: {
    title: 'Annotations to correct',
    line: '{{file}}, line {{line, number}}',
    file: 'In {{file}}',
    copy: 'Copy what to write instead of {{name}}',
    other: '`{{name}}` is not right.',
  },
  notConfigured: 'This portal is not connected to {{service}}.',
  section: {
    execution: 'Running',
    observation: 'Watching',
    data: 'Data',
    exchange: 'Exchanges',
    other: 'Other services',
  },
  overview: {
    title: 'Services',
    ok: 'All is well.',
    problems_one: '{{count, number}} problem',
    problems_other: '{{count, number}} problems',
    attentions_one: '{{count, number}} point to look at',
    attentions_other: '{{count, number}} points to look at',
    unknown_one: 'State unknown: {{services}}.',
    unknown_other: 'State unknown: {{services}}.',
    stale_one: '{{services}} could not be refreshed.',
    stale_other: '{{services}} could not be refreshed.',
    pending_one: 'Waiting for {{services}}…',
    pending_other: 'Waiting for {{services}}…',
    none: 'No service is linked to this application yet.',
    wellCount_one: '{{count, number}} service is well',
    wellCount_other: '{{count, number}} services are well',
    notLinkedCount_one: '{{count, number}} not linked',
    notLinkedCount_other: '{{count, number}} not linked',
    reasonCount_one: '{{count, number}} other point',
    reasonCount_other: '{{count, number}} other points',
    seeAll: 'See all',
    refresh: 'Refresh',
    loading: 'Loading the services…',
    portalFailed: 'The portal could not read the services of this application.',
    portalForbidden:
      'You may not see the services of this application. Ask its owner or the SRE team.',
    retry: 'Try again',
  },
} as const;
