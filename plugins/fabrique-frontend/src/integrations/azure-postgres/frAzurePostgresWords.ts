import { frAzurePostgresVerdictWords } from '@socialgouv/backstage-plugin-fabrique-common';
import { toVerdictMessages } from '../../translation/toVerdictMessages';

/** French of `azurePostgresWords`. */
export const frAzurePostgresWords = {
  ...toVerdictMessages('azure-postgres', frAzurePostgresVerdictWords),
  'azure-postgres.thing': 'Le serveur ou la base Postgres {{name}}',
  'azure-postgres.access': 'au serveur Postgres de {{name}}',
  'azure-postgres.ready': 'le serveur est prêt',
  'azure-postgres.engine': 'Postgres {{version}}',
  'azure-postgres.supported':
    "Postgres {{version}}, version maintenue jusqu'en {{date}}",
  'azure-postgres.tier.Burstable': '{{size}} (capacité variable)',
  'azure-postgres.tier.GeneralPurpose': '{{size}} (usage général)',
  'azure-postgres.tier.MemoryOptimized': '{{size}} (mémoire optimisée)',
  'azure-postgres.storage': 'stockage : {{used}} sur {{limit}} ({{percent}})',
  'azure-postgres.storageSize': 'stockage : {{limit}}, utilisation inconnue',
  'azure-postgres.growsByItself': 'stockage agrandi automatiquement',
  'azure-postgres.connections_one':
    "24 h · jusqu'à {{count, number}} connexion sur {{limit, number}} la dernière heure",
  'azure-postgres.connections_other':
    "24 h · jusqu'à {{count, number}} connexions sur {{limit, number}} la dernière heure",
  'azure-postgres.chart': 'Maximum de connexions de chaque heure sur 24 h',
  'azure-postgres.value': 'Connexions',
  'azure-postgres.highAvailability.none': 'sans haute disponibilité',
  'azure-postgres.highAvailability.same-zone':
    'haute disponibilité dans la même zone',
  'azure-postgres.highAvailability.zone-redundant':
    'haute disponibilité entre zones',
  'azure-postgres.highAvailability.unhealthy':
    '{{mode}}, indisponible pour le moment',
  'azure-postgres.backups_one': 'sauvegardes gardées {{count, number}} jour',
  'azure-postgres.backups_other': 'sauvegardes gardées {{count, number}} jours',
  'azure-postgres.geoRedundant': 'sauvegardes copiées dans une autre région',
  'azure-postgres.latestBackup': 'dernière sauvegarde {{time}}',
  'azure-postgres.restorable': 'restaurable depuis le {{time}}',
  'azure-postgres.dashboard': 'mesures dans Grafana',
  'azure-postgres.private': 'accessible depuis son seul réseau',
  'azure-postgres.closed': "pare-feu : personne n'entre de l'extérieur",
  'azure-postgres.rows': 'Base et pare-feu',
  'azure-postgres.database': 'base de données',
  'azure-postgres.sizeUnknown': 'taille non indiquée par Azure',
  'azure-postgres.opensTo.azure': 'pare-feu ouvert à tout Azure',
  'azure-postgres.opensTo.internet': 'pare-feu ouvert à tout Internet',
  'azure-postgres.range': 'pare-feu : de {{start}} à {{end}}',
  'azure-postgres.address': 'pare-feu : {{address}}',
  'azure-postgres.unreadable':
    "Le portail n'a pas le droit de lire les mesures d'Azure Monitor : il lui faut le rôle Monitoring Reader. Stockage et connexions sont inconnus.",
  'azure-postgres.noMetrics':
    "Azure Monitor n'a pas de mesure de ce serveur : stockage et connexions sont inconnus.",
};
