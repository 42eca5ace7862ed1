/** What surrounds the cards: names, states, failures, the page. */
export const frameMessages = {
  service: {
    kubernetes: 'Kubernetes',
    gitlab: 'GitLab',
    github: 'GitHub',
    sentry: 'Sentry',
    grafana: 'Grafana',
    matomo: 'Matomo',
  },
  /** The linked thing as the subject of a sentence. */
  thing: {
    kubernetes: 'The Kubernetes selector {{name}}',
    gitlab: 'GitLab project {{name}}',
    github: 'GitHub repository {{name}}',
    sentry: 'Sentry project {{name}}',
    grafana: 'The Grafana selector {{name}}',
    matomo: 'Matomo site {{name}}',
    other: 'The linked object {{name}}',
  },
  /** The linked thing as that to which one has access. */
  access: {
    kubernetes: 'the objects of {{name}}',
    gitlab: 'project {{name}}',
    github: 'repository {{name}}',
    sentry: 'project {{name}}',
    grafana: 'the dashboards of {{name}}',
    matomo: 'site {{name}}',
    other: '{{name}}',
  },
  verdict: {
    ok: 'Well',
    attention: 'To look at',
    problem: 'Problem',
    unknown: 'Unknown',
    pending: 'Asking',
    none: 'Not linked',
  },
  environment: { label: 'Environment' },
  card: {
    updated: 'Updated {{time}}',
    open: 'Open in {{service}}',
    pending: 'Asking {{service}} for the first time…',
    stale: 'Not renewed since {{time}}.',
    moreReasons_one: 'and {{count, number}} other point',
    moreReasons_other: 'and {{count, number}} other points',
    moreRows_one: 'and {{count, number}} more',
    moreRows_other: 'and {{count, number}} more',
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
    network:
      'The portal cannot reach {{service}}. It will try again by itself.',
    'invalid-response':
      '{{service}} gave an unexpected answer; it is logged (reference {{reference}}).',
    'invalid-response-unknown':
      '{{service}} gave an unexpected answer; it is logged.',
    'misconfigured-link':
      'The value of the annotation `{{annotation}}` cannot be understood. Correct it in catalog-info.yaml, for example: `{{example}}`.',
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
    unknown_one: '{{services}} does not answer: its state is unknown.',
    unknown_other: '{{services}} do not answer: their state is unknown.',
    stale_one: '{{services}} could not be renewed.',
    stale_other: '{{services}} could not be renewed.',
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
