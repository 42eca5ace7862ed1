/** What the backend says by itself: in the fleet's CSV, in notifications and to assistants. */
export const messages = {
  en: {
    csv: {
      entityRef: 'Component',
      title: 'Title',
      owner: 'Owner',
      system: 'System',
      lifecycle: 'Lifecycle',
      environment: 'Environment',
      level: 'State',
      oldestAnswerAt: 'Oldest answer',
    },
    level: {
      problem: 'problem',
      attention: 'needs attention',
      unknown: 'unknown',
      ok: 'well',
      none: 'nothing linked',
    },
    state: {
      pending: 'no answer yet',
      'not-linked': 'not linked',
      'not-configured': 'not connected',
    },
    failure: {
      auth: "rejects the portal's token",
      forbidden: "the portal's token has no access",
      'not-found': 'not found',
      'rate-limited': 'limits our requests',
      timeout: 'did not answer in time',
      unavailable: 'is down',
      network: 'cannot be reached',
      'invalid-response': 'gave an unexpected answer',
      'misconfigured-link': 'the annotation cannot be understood',
    },
    environment: {
      prod: 'production',
      preprod: 'pre-production',
      dev: 'development',
    },
    notification: {
      problem: '{{component}} ({{environment}}): problem with {{service}}',
      recovery: '{{component}} ({{environment}}): {{service}} is well again',
      recoveryText: 'The problem that was reported is over.',
      toApprove: 'To approve: {{first}}',
      toApproveMore_one: 'To approve: {{first}} and another change',
      toApproveMore_other: 'To approve: {{first}} and {{count}} other changes',
      asked: 'The request waits for your decision.',
      askedBy: 'Asked by {{person}}.',
      approved: 'Approved: {{first}}',
      approvedBy: 'Approved by {{person}}; the task goes on.',
      refused: 'Refused: {{first}}',
      reason: 'Reason: {{reason}}',
    },
    /** What is said, and since when it could not be renewed. */
    stale: '{{text}} (last known: {{failure}})',
    withReasons: '{{level}}: {{reasons}}',
  },
  fr: {
    csv: {
      entityRef: 'Composant',
      title: 'Titre',
      owner: 'Responsable',
      system: 'Système',
      lifecycle: 'Cycle de vie',
      environment: 'Environnement',
      level: 'État',
      oldestAnswerAt: 'Réponse la plus ancienne',
    },
    level: {
      problem: 'problème',
      attention: 'à regarder',
      unknown: 'inconnu',
      ok: 'va bien',
      none: 'rien de relié',
    },
    state: {
      pending: 'pas encore de réponse',
      'not-linked': 'non relié',
      'not-configured': 'non connecté',
    },
    failure: {
      auth: 'refuse le jeton du portail',
      forbidden: "le jeton du portail n'a pas accès",
      'not-found': 'introuvable',
      'rate-limited': 'limite nos requêtes',
      timeout: "n'a pas répondu à temps",
      unavailable: 'est en panne',
      network: 'est injoignable',
      'invalid-response': "a répondu quelque chose d'inattendu",
      'misconfigured-link': "l'annotation est illisible",
    },
    environment: {
      prod: 'production',
      preprod: 'préproduction',
      dev: 'développement',
    },
    notification: {
      problem:
        '{{component}} ({{environment}})\u00a0: problème avec {{service}}',
      recovery:
        '{{component}} ({{environment}})\u00a0: {{service}} va de nouveau bien',
      recoveryText: 'Le problème signalé est terminé.',
      toApprove: 'À approuver\u00a0: {{first}}',
      toApproveMore_one: 'À approuver\u00a0: {{first}} et un autre changement',
      toApproveMore_other:
        'À approuver\u00a0: {{first}} et {{count}} autres changements',
      asked: 'La demande attend votre décision.',
      askedBy: 'Demandé par {{person}}.',
      approved: 'Approuvé\u00a0: {{first}}',
      approvedBy: 'Approuvé par {{person}}\u00a0; la tâche continue.',
      refused: 'Refusé\u00a0: {{first}}',
      reason: 'Motif\u00a0: {{reason}}',
    },
    stale: '{{text}} (dernier état connu\u00a0: {{failure}})',
    withReasons: '{{level}}\u00a0: {{reasons}}',
  },
};

/** A language that the backend speaks. */
export type Language = keyof typeof messages;
