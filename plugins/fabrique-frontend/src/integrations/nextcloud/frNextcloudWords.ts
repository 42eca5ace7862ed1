import { frNextcloudVerdictWords } from '@socialgouv/backstage-plugin-fabrique-common';
import { toVerdictMessages } from '../../translation/toVerdictMessages';

/** French of `nextcloudWords`. */
export const frNextcloudWords = {
  ...toVerdictMessages('nextcloud', frNextcloudVerdictWords),
  'nextcloud.thing': 'Le dossier NextCloud {{name}}',
  'nextcloud.access': 'au dossier {{name}}',
  'nextcloud.empty': 'le dossier est vide',
  'nextcloud.size': 'le dossier pèse {{size}}',
  'nextcloud.sizeUnknown':
    "NextCloud n'a pas encore calculé la taille du dossier",
  'nextcloud.quota': 'quota : {{used}} sur {{limit}} ({{percent}})',
  'nextcloud.noQuota': 'sans quota',
  'nextcloud.entries_one': '{{count, number}} dossier ou fichier',
  'nextcloud.entries_other': '{{count, number}} dossiers et fichiers',
  'nextcloud.shared': 'partagé avec {{names}}',
  'nextcloud.unshared': 'partagé avec personne',
  'nextcloud.membersUnknown':
    "le portail n'a pas le droit de voir avec qui il est partagé",
  'nextcloud.group': '{{name}} (groupe)',
  'nextcloud.reader': '{{name}} (en lecture)',
  'nextcloud.groupOfReaders': '{{name}} (groupe, en lecture)',
  'nextcloud.others_one': '{{count, number}} autre',
  'nextcloud.others_other': '{{count, number}} autres',
  'nextcloud.links_one': '{{count, number}} lien public',
  'nextcloud.links_other': '{{count, number}} liens publics',
  'nextcloud.rows': 'Derniers changements',
};
