import {
  defaultThresholds,
  toAzurePostgresVerdict,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { screen, within } from '@testing-library/react';
import { freezeTime } from '../../__testUtils__/freezeTime';
import { renderContent } from '../../__testUtils__/renderContent';
import { azurePostgresViews } from './__fixtures__/views';
import { AzurePostgresCardContent } from './AzurePostgresCardContent';

type ViewName = keyof typeof azurePostgresViews;

const engine = [
  "Postgres 16.4, version maintenue jusqu'en novembre 2028",
  'D4ds_v5 (usage général)',
];
const used = 'stockage : 54,4 Go sur 128 Go (42,5 %)';
const grows = 'stockage agrandi automatiquement';
const unknown = 'stockage : 128 Go, utilisation inconnue';
const connections = "24 h · jusqu'à 64 connexions sur 1 718 la dernière heure";
const spread = 'haute disponibilité entre zones';
const backups = [
  'sauvegardes gardées 14 jours',
  'sauvegardes copiées dans une autre région',
  'dernière sauvegarde il y a 10 h',
  'restaurable depuis le 6 nov. 2026, 12:00',
];
const link = 'mesures dans Grafana ↗';
const database = 'domifa base de données 8,5 Go';
const rules = [
  'AllowAllAzureServices pare-feu ouvert à tout Azure',
  'vpn pare-feu : de 10.8.0.0 à 10.8.255.255',
  'bureau pare-feu : 10.2.3.4',
];

/** French whole; English whole once, and then the sentence that differs. */
const lines: Record<ViewName, { en: string[]; fr: string[]; now?: string }> = {
  ok: {
    en: [
      'The server is ready',
      '24 h · up to 64 connections of 1,718 in the last hour',
      'storage: 54.4 GB of 128 GB (42.5%)',
      'storage grows by itself',
      'Postgres 16.4, supported until November 2028',
      'D4ds_v5 (general purpose)',
      'high availability across zones',
      'backups kept for 14 days',
      'backups copied to another region',
      'last backup 10 hr ago',
      'restorable since Nov 6, 2026, 12:00 PM',
      'measures in Grafana ↗',
      'domifa database 8.5 GB',
      'AllowAllAzureServices firewall open to all of Azure',
      'vpn firewall: 10.8.0.0 to 10.8.255.255',
      'bureau firewall: 10.2.3.4',
    ],
    fr: [
      'Le serveur est prêt',
      connections,
      used,
      grows,
      ...engine,
      spread,
      ...backups,
      link,
      database,
      ...rules,
    ],
  },
  empty: {
    en: ['The server is ready', 'no high availability'],
    fr: [
      'Le serveur est prêt',
      'sans haute disponibilité',
      "pare-feu : personne n'entre de l'extérieur",
      "Azure Monitor n'a pas de mesure de ce serveur : stockage et connexions sont inconnus.",
    ],
  },
  stopped: {
    en: ['The server is stopped', 'storage: 128 GB, use unknown'],
    fr: [
      'Le serveur est arrêté',
      unknown,
      ...engine,
      spread,
      ...backups,
      link,
      database,
    ],
  },
  notReady: {
    en: ['The server is not ready: Azure says Updating'],
    fr: [
      "Le serveur n'est pas prêt : Azure indique Updating",
      unknown,
      ...engine,
      spread,
      ...backups,
      link,
      database,
    ],
  },
  storageFull: {
    en: [
      'The storage is 95% full: from 95% on, Azure stops all writing',
      '24 h · up to 64 connections of 1,718 in the last hour',
      'storage: 122.6 GB of 128 GB (95.8%)',
    ],
    fr: [
      'Le stockage est plein à 95 % : à partir de 95 %, Azure bloque toute écriture',
      connections,
      'stockage : 122,6 Go sur 128 Go (95,8 %)',
      ...engine,
      'haute disponibilité dans la même zone, indisponible pour le moment',
      ...backups,
      link,
      database,
      ...rules,
    ],
  },
  filling: {
    en: [
      'Backups are kept for 3 days, and 7 are promised',
      'The storage is 81% full',
      'Up to 1,400 connections of 1,718 in the last hour',
    ],
    fr: [
      'Les sauvegardes sont gardées 3 jours, pour 7 promis',
      'Le stockage est plein à 81 %',
      "Jusqu'à 1 400 connexions sur 1 718 la dernière heure",
      "24 h · jusqu'à 1 400 connexions sur 1 718 la dernière heure",
      'stockage : 54,4 Go sur 128 Go (81 %)',
      grows,
      "Postgres 13.4, version maintenue jusqu'en novembre 2025",
      engine[1],
      spread,
      'sauvegardes gardées 3 jours',
      link,
      database,
      ...rules,
    ],
  },
  supportEnds: {
    en: ['Version 14 of Postgres is supported for 23 more days'],
    fr: [
      'La version 14 de Postgres est encore maintenue 23 jours',
      connections,
      used,
      grows,
      "Postgres 14.4, version maintenue jusqu'en novembre 2026",
      engine[1],
      spread,
      ...backups,
      link,
      'domifa base de données taille non indiquée par Azure',
      ...rules,
    ],
    now: '2026-10-20T12:00:00Z',
  },
  open: {
    en: ['The server is ready'],
    fr: [
      'Le serveur est prêt',
      connections,
      used,
      grows,
      ...engine,
      spread,
      ...backups,
      link,
      database,
      'tout-le-monde pare-feu ouvert à tout Internet',
    ],
  },
  private: {
    en: ['The server is ready'],
    fr: [
      'Le serveur est prêt',
      connections,
      used,
      grows,
      ...engine,
      spread,
      ...backups,
      'accessible depuis son seul réseau',
      link,
      database,
    ],
  },
  unreadable: {
    en: ['The server is ready', 'storage: 128 GB, use unknown'],
    fr: [
      'Le serveur est prêt',
      unknown,
      ...engine,
      spread,
      ...backups,
      link,
      database,
      ...rules,
      "Le portail n'a pas le droit de lire les mesures d'Azure Monitor : il lui faut le rôle Monitoring Reader. Stockage et connexions sont inconnus.",
    ],
  },
};

describe('AzurePostgresCardContent', () => {
  freezeTime();

  function render(name: ViewName, language: 'fr' | 'en') {
    const view = azurePostgresViews[name];
    const verdict = toAzurePostgresVerdict(
      view,
      defaultThresholds['azure-postgres'],
      lines[name].now ? new Date(lines[name].now) : new Date(),
    );
    return renderContent(AzurePostgresCardContent, { view, verdict }, language);
  }

  it.each(Object.keys(lines) as ViewName[])('says in words: %s', async name => {
    const { en, fr } = lines[name];
    expect(await render(name, 'fr')).toEqual(fr);
    expect((await render(name, 'en')).slice(0, en.length)).toEqual(en);
  });

  it('gives the plot as a table', async () => {
    await render('ok', 'fr');
    const table = screen.getByRole('table', {
      name: 'Maximum de connexions de chaque heure sur 24 h',
    });
    expect(within(table).getAllByRole('row')).toHaveLength(1 + 24);
  });
});
