import {
  defaultThresholds,
  toOffice365Verdict,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { freezeTime } from '../../__testUtils__/freezeTime';
import { renderContent } from '../../__testUtils__/renderContent';
import { office365Views } from './__fixtures__/views';
import { Office365CardContent } from './Office365CardContent';

type ViewName = keyof typeof office365Views;

/** French whole; English whole once, and then the sentence that differs. */
const lines: Record<ViewName, { en: string[]; fr: string[] }> = {
  ok: {
    en: [
      '2 mailboxes',
      'contact.domifa@fabrique.example Microsoft 365 group 12 members owners: Camille Martin, Alex Petit, and 1 other',
      'support.domifa@fabrique.example ↗ shared mailbox',
      'Receive (IMAP): outlook.office365.com , port 993, SSL/TLS',
      'Send (SMTP): smtp.office365.com , port 587, STARTTLS',
      'User name of the shared mailbox: first.last@fabrique.example\\support.domifa',
    ],
    fr: [
      '2 boîtes aux lettres',
      'contact.domifa@fabrique.example groupe Microsoft 365 12 membres propriétaires : Camille Martin, Alex Petit et 1 autre',
      'support.domifa@fabrique.example ↗ boîte partagée',
      'Réception (IMAP) : outlook.office365.com , port 993, SSL/TLS',
      'Envoi (SMTP) : smtp.office365.com , port 587, STARTTLS',
      'Identifiant pour la boîte partagée : prenom.nom@fabrique.example\\support.domifa',
    ],
  },
  empty: {
    en: ['1 mailbox'],
    fr: [
      '1 boîte aux lettres',
      'contact.domifa@fabrique.example groupe Microsoft 365 aucun membre propriétaires : Camille Martin, Alex Petit et 1 autre',
      'Réception (IMAP) : outlook.office365.com , port 993, SSL/TLS',
      'Envoi (SMTP) : smtp.office365.com , port 587, STARTTLS',
    ],
  },
  noOwner: {
    en: [
      'The mailbox contact.domifa@fabrique.example has no owner',
      'The mailbox ancienne@fabrique.example does not exist (any more)',
    ],
    fr: [
      "La boîte contact.domifa@fabrique.example n'a pas de propriétaire",
      "La boîte ancienne@fabrique.example n'existe pas (ou plus)",
      'contact.domifa@fabrique.example groupe Microsoft 365 1 membre sans propriétaire',
      'tous.domifa@fabrique.example liste de diffusion 34 membres',
      "camille.martin@fabrique.example ↗ boîte d'une personne",
      "ancienne@fabrique.example n'existe pas (ou plus)",
      'Réception (IMAP) : outlook.office365.com , port 993, SSL/TLS',
      'Envoi (SMTP) : smtp.office365.com , port 587, STARTTLS',
    ],
  },
};

describe('Office365CardContent', () => {
  freezeTime();

  function render(name: ViewName, language: 'fr' | 'en') {
    const view = office365Views[name];
    const verdict = toOffice365Verdict(view, defaultThresholds.office365);
    return renderContent(Office365CardContent, { view, verdict }, language);
  }

  it.each(Object.keys(lines) as ViewName[])('says in words: %s', async name => {
    const { en, fr } = lines[name];
    expect(await render(name, 'fr')).toEqual(fr);
    expect((await render(name, 'en')).slice(0, en.length)).toEqual(en);
  });
});
