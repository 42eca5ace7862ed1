import { frTipimailVerdictWords } from '@socialgouv/backstage-plugin-fabrique-common';
import { toVerdictMessages } from '../../translation/toVerdictMessages';

/** French of `tipimailWords`. */
export const frTipimailWords = {
  ...toVerdictMessages('tipimail', frTipimailVerdictWords),
  'tipimail.thing': 'Le compte Tipimail de {{name}}',
  'tipimail.access': 'aux messages de {{name}}',
  'tipimail.caught': 'aucun message ne part de cet environnement',
  'tipimail.catcher':
    "Un serveur de test (maildev, Mailpit) retient ce que l'application écrit : Tipimail n'est pas utilisé ici.",
  'tipimail.nothing': 'aucun message envoyé en 30 jours',
  'tipimail.sent_one': '{{count, number}} message envoyé en 30 jours',
  'tipimail.sent_other': '{{count, number}} messages envoyés en 30 jours',
  'tipimail.chart': 'Messages envoyés par jour sur 30 jours',
  'tipimail.value': 'Messages',
  'tipimail.range': '30 j',
  'tipimail.delivered': '{{percent}} remis',
  'tipimail.bounced_one': '{{count, number}} non remis ({{percent}})',
  'tipimail.bounced_other': '{{count, number}} non remis ({{percent}})',
  'tipimail.complained_one': '{{count, number}} plainte ({{percent}})',
  'tipimail.complained_other': '{{count, number}} plaintes ({{percent}})',
  'tipimail.refused_one': '{{count, number}} refusé par Tipimail',
  'tipimail.refused_other': '{{count, number}} refusés par Tipimail',
  'tipimail.rows': "Domaines d'envoi",
  'tipimail.undeclared': 'inconnu de Tipimail',
  'tipimail.verified': 'DKIM et SPF vérifiés',
  'tipimail.missing': '{{names}} à vérifier',
};
