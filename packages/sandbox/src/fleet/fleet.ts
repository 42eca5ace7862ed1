import { FleetApp, Scenario } from './FleetApp';

export type { FleetApp, Scenario } from './FleetApp';

/** Names of the shared folders of products, where they are not the title of their application. */
const folderNames: Record<string, string> = {
  cdtn: 'Code du travail numérique',
  fabrique: 'Socle de la Fabrique',
  medle: 'Medlé – suivi & évaluation #2',
};

const app = (
  name: string,
  title: string,
  description: string,
  options: Partial<FleetApp> & { scenarios?: Scenario[] } = {},
): FleetApp => {
  const host = options.host ?? `${name}.fabrique.social.gouv.fr`;
  const system = options.system ?? name;
  return {
    name,
    title,
    description,
    team: name,
    system,
    lifecycle: 'production',
    host,
    sentryProject: name,
    grafana: true,
    database: 'shared',
    tipimailSender: `ne-pas-repondre@${host}`,
    nextcloudFolder: `Produits/${folderNames[system] ?? title}`,
    mailboxes: [`contact.${system}@fabrique.social.gouv.fr`],
    scenarios: [],
    ...options,
  };
};

/** The seeded fleet. Site ids from 11 to 60; what people create gets the next ones. */
export const fleet: readonly FleetApp[] = [
  app(
    'code-du-travail-numerique',
    'Code du travail numérique',
    'Réponses personnalisées sur le droit du travail',
    {
      team: 'cdtn',
      system: 'cdtn',
      host: 'code.travail.gouv.fr',
      sentryProject: 'fabnum-code-du-travail-numerique',
      database: undefined,
      matomoSiteId: 11,
      dailyVisits: 98000,
    },
  ),
  app(
    'cdtn-admin',
    'Administration du Code du travail numérique',
    'Outil de gestion des contenus',
    {
      team: 'cdtn',
      system: 'cdtn',
      sentryProject: 'cdtn-admin',
      scenarios: ['old-ci'],
    },
  ),
  app(
    'domifa',
    'DomiFa',
    'Gestion de la domiciliation pour les CCAS et les associations',
    {
      host: 'domifa.fabrique.social.gouv.fr',
      sentryProject: 'domifa-backend',
      database: 'dedicated',
      matomoSiteId: 17,
      dailyVisits: 5200,
      mailboxes: [
        'contact.domifa@fabrique.social.gouv.fr',
        'equipe.domifa@fabrique.social.gouv.fr',
        'support.domifa@fabrique.social.gouv.fr',
      ],
      scenarios: ['new-errors'],
    },
  ),
  app('egapro', 'Egapro', "Index de l'égalité professionnelle", {
    host: 'egapro.travail.gouv.fr',
    sentryProject: 'egapro-v2',
    database: 'dedicated',
    matomoSiteId: 18,
    dailyVisits: 7600,
    scenarios: ['error-peak', 'folder-full'],
  }),
  app(
    'vao',
    'Vacances adaptées organisées',
    'Déclaration et suivi des séjours adaptés',
    {
      sentryProject: 'vao-usagers',
      matomoSiteId: 19,
      dailyVisits: 420,
      scenarios: ['failing-rollout'],
    },
  ),
  app(
    'recosante',
    'Recosanté',
    'Recommandations santé selon votre environnement',
    {
      host: 'recosante.beta.gouv.fr',
      sentryProject: 'recosante-web',
      matomoSiteId: 20,
      dailyVisits: 2900,
      database: 'dedicated',
      scenarios: ['storage-full'],
    },
  ),
  app('sirena', 'Sirena', 'Traitement des réclamations en santé', {
    sentryProject: 'psn-sirena-frontend',
    matomoSiteId: 21,
    dailyVisits: 310,
    lifecycle: 'experimental',
    scenarios: ['failed-pipeline'],
  }),
  app('emjpm', 'eMJPM', 'Mesures de protection juridique des majeurs', {
    matomoSiteId: 22,
    dailyVisits: 640,
    scenarios: ['mirror-behind'],
  }),
  app('www', 'Site de la Fabrique', 'Le site de la Fabrique numérique', {
    team: 'sre',
    system: 'fabrique',
    host: 'www.fabrique.social.gouv.fr',
    sentryProject: undefined,
    database: undefined,
    matomoSiteId: 23,
    dailyVisits: 180,
    tipimailSender: undefined,
  }),
  app('dashlord', 'DashLord', 'Tableau de bord des bonnes pratiques', {
    team: 'sre',
    system: 'fabrique',
    matomoSiteId: 24,
    dailyVisits: 95,
    tipimailSender: undefined,
    scenarios: ['public-container'],
  }),
  app(
    'siret2idcc',
    'Siret2IDCC',
    "API de la convention collective d'une entreprise",
    {
      team: 'cdtn',
      system: 'cdtn',
      sentryProject: undefined,
      tipimailSender: undefined,
      database: undefined,
      scenarios: ['firing-alert'],
    },
  ),
  app(
    'serving-ml',
    'Serving ML',
    'Modèles de langue du Code du travail numérique',
    {
      team: 'cdtn',
      system: 'cdtn',
      sentryProject: undefined,
      tipimailSender: undefined,
      database: undefined,
      scenarios: ['restarts'],
    },
  ),
  app(
    'work-in-france',
    'Work in France',
    "Demandes d'autorisation provisoire de travail",
    {
      matomoSiteId: 25,
      dailyVisits: 860,
      database: 'dedicated',
      scenarios: ['many-connections', 'mailbox-without-owner'],
    },
  ),
  app('tumeplay', 'Tumeplay', 'Santé sexuelle des jeunes', {
    matomoSiteId: 26,
    // More than 100 on a Sunday, too: below that nobody is told that tracking broke.
    dailyVisits: 480,
    lifecycle: 'deprecated',
    database: 'dedicated',
    nextcloudFolder: undefined,
    mailboxes: undefined,
    scenarios: ['tracking-broken', 'stopped-database'],
  }),
  app('1000jours', '1000 jours', "Les 1000 premiers jours de l'enfant", {
    host: '1000jours.fabrique.social.gouv.fr',
    sentryProject: '1000jours-app',
    matomoSiteId: 27,
    dailyVisits: 1350,
  }),
  app('archifiltre', 'Archifiltre', 'Nettoyage et archivage de documents', {
    matomoSiteId: 28,
    dailyVisits: 260,
    scenarios: ['slow-site'],
  }),
  app('medle', 'Medlé', 'Activité des unités médico-judiciaires', {
    matomoSiteId: 29,
    dailyVisits: 140,
    database: 'dedicated',
    scenarios: ['exemption-not-met', 'old-postgres', 'account-key'],
  }),
  app(
    'oz-ensemble',
    'Oz Ensemble',
    "Évaluer et réduire sa consommation d'alcool",
    {
      matomoSiteId: 30,
      dailyVisits: 980,
      scenarios: ['status-contradiction'],
    },
  ),
  app('mano', 'Mano', 'Suivi des personnes en grande précarité', {
    matomoSiteId: 31,
    dailyVisits: 760,
    scenarios: ['mail-bounces'],
  }),
  app('monsuivipsy', 'Jardin mental', 'Suivi de sa santé mentale', {
    matomoSiteId: 32,
    dailyVisits: 540,
  }),
  app(
    'enfants-du-spectacle',
    'Enfants du spectacle',
    "Demandes d'autorisation pour le travail des enfants",
    { matomoSiteId: 33, dailyVisits: 120, scenarios: ['site-down'] },
  ),
  app(
    'conventions-collectives',
    'Conventions collectives',
    'Répertoire des conventions collectives',
    {
      team: 'cdtn',
      system: 'cdtn',
      sentryProject: undefined,
      database: undefined,
      matomoSiteId: 34,
      dailyVisits: 3300,
      tipimailSender: undefined,
    },
  ),
  app(
    'carnet-de-bord',
    'Carnet de bord',
    "Suivi de l'insertion des bénéficiaires",
    {
      matomoSiteId: 35,
      dailyVisits: 1900,
      lifecycle: 'experimental',
      scenarios: ['mail-domain'],
    },
  ),
  app(
    'secretariat',
    'Secrétariat',
    'Comptes des équipes dans les outils partagés',
    {
      team: 'sre',
      system: 'fabrique',
      grafana: false,
      scenarios: ['no-soft-delete'],
    },
  ),
  app('upptime', 'Upptime', 'Disponibilité des services', {
    team: 'sre',
    system: 'fabrique',
    host: 'socialgouv.github.io',
    sentryProject: undefined,
    database: undefined,
    grafana: false,
    tipimailSender: undefined,
    nextcloudFolder: undefined,
    mailboxes: undefined,
  }),
];

/** Teams without an application of their own name. */
export const sharedTeams = ['cdtn', 'sre'] as const;

/** Every team of the catalog and of GitHub. */
export const teams: readonly string[] = [
  ...new Set(fleet.map(({ team }) => team)),
];
