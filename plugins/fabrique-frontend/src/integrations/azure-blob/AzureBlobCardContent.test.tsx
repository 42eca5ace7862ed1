import {
  defaultThresholds,
  toAzureBlobVerdict,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { screen, within } from '@testing-library/react';
import { freezeTime } from '../../__testUtils__/freezeTime';
import { renderContent } from '../../__testUtils__/renderContent';
import { azureBlobViews } from './__fixtures__/views';
import { AzureBlobCardContent } from './AzureBlobCardContent';

type ViewName = keyof typeof azureBlobViews;

const requests = [
  '24 h · 1 284 requêtes',
  '1 200 par identité',
  '80 par lien signé (SAS)',
  '4 anonymes',
];
const size = ['compte entier : 41,2 Go', '12 300 fichiers'];
const kept = [
  'fichiers supprimés gardés 30 jours',
  'conteneurs supprimés gardés 7 jours',
  'anciennes versions gardées',
];
const cors = 'CORS : https://domifa.example';
const containers = [
  'medias public : fichiers déclaré',
  'domifa-prod privé modifié il y a 2 j',
];
const rules = [
  'purge cycle de vie supprime après 365 jours',
  'archives cycle de vie désactivée accès froid après 30 jours',
];

/** French whole; English whole once, and then the sentence that differs. */
const lines: Record<ViewName, { en: string[]; fr: string[] }> = {
  ok: {
    en: [
      '2 containers',
      '24 h · 1,284 requests',
      '1,200 by identity',
      '80 by signed link (SAS)',
      '4 anonymous',
      'whole account: 41.2 GB',
      '12,300 files',
      'deleted files kept for 30 days',
      'deleted containers kept for 7 days',
      'earlier versions kept',
      'CORS: https://domifa.example',
      'account key refused',
      'medias public: files declared so',
      'domifa-prod private changed 2 days ago',
      'purge lifecycle deletes after 365 days',
      'archives lifecycle off cool tier after 30 days',
    ],
    fr: [
      '2 conteneurs',
      ...requests,
      ...size,
      ...kept,
      cors,
      'clé du compte refusée',
      ...containers,
      ...rules,
    ],
  },
  empty: {
    en: ['No container yet', '24 h · 0 requests', 'size not told by Azure'],
    fr: [
      'Pas encore de conteneur',
      '24 h · 0 requête',
      'taille non indiquée par Azure',
      'fichiers supprimés gardés 7 jours',
      'pas de suppression réversible des conteneurs',
      'aucune règle de cycle de vie',
      'pas de CORS',
      'clé du compte autorisée',
    ],
  },
  publicContainer: {
    en: [
      'Anybody may read the container exports, which is not declared public',
    ],
    fr: [
      "Tout le monde peut lire le conteneur exports, qui n'est pas déclaré public",
      ...requests,
      ...size,
      ...kept,
      cors,
      'clé du compte refusée',
      "depots n'existe pas",
      'exports public : fichiers et liste',
      ...containers,
      rules[0],
    ],
  },
  unsafe: {
    en: [
      'Deleted files cannot be brought back: soft delete is off',
      '76 requests in 24 h were signed with the key of the account',
    ],
    fr: [
      'Un fichier supprimé est perdu : la suppression réversible est désactivée',
      '76 requêtes en 24 h signées avec la clé du compte',
      '24 h · 1 360 requêtes',
      '1 200 par identité',
      '80 par lien signé (SAS)',
      '76 par clé du compte',
      '4 anonymes',
      ...size,
      'pas de suppression réversible des fichiers',
      'pas de suppression réversible des conteneurs',
      'anciennes versions gardées',
      'CORS : https://a.example, https://b.example et 1 de plus',
      'clé du compte autorisée',
      ...containers,
      ...rules,
    ],
  },
  everySite: {
    en: ['2 containers'],
    fr: [
      '2 conteneurs',
      ...requests,
      ...size,
      ...kept,
      'aucune règle de cycle de vie',
      'CORS ouvert à tous les sites',
      'clé du compte refusée',
      ...containers,
    ],
  },
  unreadable: {
    en: ['2 containers', 'size not told by Azure'],
    fr: [
      '2 conteneurs',
      'taille non indiquée par Azure',
      ...kept,
      cors,
      'clé du compte refusée',
      ...containers,
      ...rules,
      "Le portail n'a pas le droit de lire les mesures d'Azure Monitor : il lui faut le rôle Monitoring Reader. Tailles et requêtes sont inconnues.",
    ],
  },
};

describe('AzureBlobCardContent', () => {
  freezeTime();

  function render(name: ViewName, language: 'fr' | 'en') {
    const view = azureBlobViews[name];
    const verdict = toAzureBlobVerdict(view, defaultThresholds['azure-blob']);
    return renderContent(AzureBlobCardContent, { view, verdict }, language);
  }

  it.each(Object.keys(lines) as ViewName[])('says in words: %s', async name => {
    const { en, fr } = lines[name];
    expect(await render(name, 'fr')).toEqual(fr);
    expect((await render(name, 'en')).slice(0, en.length)).toEqual(en);
  });

  it('gives the plot as a table', async () => {
    await render('ok', 'fr');
    const table = screen.getByRole('table', {
      name: 'Requêtes par heure sur 24 h',
    });
    expect(within(table).getAllByRole('row')).toHaveLength(1 + 24);
  });
});
