/**
 * One sentence for each reason of a verdict: `reason.<key of the reason>`.
 * They start in lower case, as they also follow the name of the service.
 */
export const reasonMessages = {
  reason: {
    other: 'something needs a look ({{key}})',
    kubernetes: {
      noneReady_one: 'the only instance of {{name}} is not ready',
      noneReady_other:
        'none of the {{count, number}} instances of {{name}} is ready',
      fewerReady_one:
        'only {{count, number}} of {{wanted, number}} instances of {{name}} is ready',
      fewerReady_other:
        'only {{count, number}} of {{wanted, number}} instances of {{name}} are ready',
      rolloutStuck: 'the rollout of {{name}} has been stuck for {{duration}}',
      restarts_one: '{{count, number}} restart of {{name}} within an hour',
      restarts_other: '{{count, number}} restarts of {{name}} within an hour',
      outOfMemory: 'the pod {{name}} ran out of memory',
      cronJobFailed: 'the last run of the scheduled job {{name}} failed',
    },
    gitlab: {
      pipelineFailed: 'the last pipeline of {{ref}} failed',
      mirrorFailed: 'the mirror no longer copies the repository',
      mirrorBehind_one: 'the mirror is {{count, number}} commit behind',
      mirrorBehind_other: 'the mirror is {{count, number}} commits behind',
      mirrorLate: 'the mirror has been late for {{duration}}',
      pipelineLong: 'a pipeline of {{ref}} is taking unusually long',
    },
    github: {
      sharedCiBehind: 'the shared CI is at {{ref}}, the newest is {{latest}}',
      unprotected: 'the branch {{branch}} is not protected',
      securityAlerts_one: '{{count, number}} open security alert',
      securityAlerts_other: '{{count, number}} open security alerts',
    },
    upptime: {
      down: 'the site does not answer',
      contradiction:
        'UppTime says that the site answers, yet only {{percent, number}}% of its checks succeeded',
      lowDay:
        'the site answered to {{percent, number}}% of the checks of a day',
      slow: 'the site answers in {{ms, number}} ms, where {{usual, number}} ms are usual',
    },
    sentry: {
      eventPeak_one:
        '{{count, number}} error within an hour, where {{median, number}} is usual',
      eventPeak_other:
        '{{count, number}} errors within an hour, where {{median, number}} are usual',
      newIssues_one: '{{count, number}} new error since yesterday',
      newIssues_other: '{{count, number}} new errors since yesterday',
      regressedIssues_one: '{{count, number}} error came back after a fix',
      regressedIssues_other: '{{count, number}} errors came back after a fix',
    },
    grafana: {
      criticalAlert: 'critical alert: {{name}}',
      alert: 'alert: {{name}}',
    },
    matomo: {
      noVisits:
        'no visit for 24 h, where {{expected, number}} are usual: the counting may be broken',
      exemptionNotMet_one:
        '{{count, number}} condition of the CNIL exemption is not met',
      exemptionNotMet_other:
        '{{count, number}} conditions of the CNIL exemption are not met',
    },
  },
} as const;
