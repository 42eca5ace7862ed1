import { frOffice365VerdictWords } from '@socialgouv/backstage-plugin-fabrique-common';
import { toVerdictMessages } from '../../translation/toVerdictMessages';

/** French of `office365Words`. */
export const frOffice365Words = {
  ...toVerdictMessages('office365', frOffice365VerdictWords),
  'office365.thing': 'La boîte {{name}}',
  'office365.access': 'à la boîte {{name}}',
  'office365.mailboxes_one': '{{count, number}} boîte aux lettres',
  'office365.mailboxes_other': '{{count, number}} boîtes aux lettres',
  'office365.rows': 'Boîtes aux lettres',
  'office365.kind.group': 'groupe Microsoft 365',
  'office365.kind.list': 'liste de diffusion',
  'office365.kind.shared': 'boîte partagée',
  'office365.kind.personal': "boîte d'une personne",
  'office365.kind.mailbox': 'boîte',
  'office365.members_one': '{{count, number}} membre',
  'office365.members_other': '{{count, number}} membres',
  'office365.noMember': 'aucun membre',
  'office365.owners_one': 'propriétaire : {{names}}',
  'office365.owners_other': 'propriétaires : {{names}}',
  'office365.noOwner': 'sans propriétaire',
  'office365.others_one': '{{count, number}} autre',
  'office365.others_other': '{{count, number}} autres',
  'office365.absent': "n'existe pas (ou plus)",
  'office365.setup.title': 'Configurer un logiciel de messagerie',
  'office365.setup.imap':
    'Réception (IMAP) : `outlook.office365.com`, port 993, SSL/TLS',
  'office365.setup.smtp':
    'Envoi (SMTP) : `smtp.office365.com`, port 587, STARTTLS',
  'office365.setup.sharedLogin':
    'Identifiant pour la boîte partagée : `{{login}}`',
  'office365.setup.login': 'prenom.nom',
};
