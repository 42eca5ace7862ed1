import { frAzureBlobVerdictWords } from '@socialgouv/backstage-plugin-fabrique-common';
import { toVerdictMessages } from '../../translation/toVerdictMessages';

/** French of `azureBlobWords`. */
export const frAzureBlobWords = {
  ...toVerdictMessages('azure-blob', frAzureBlobVerdictWords),
  'azure-blob.thing': 'Le compte de stockage {{name}}, ou son conteneur,',
  'azure-blob.access': 'au compte de stockage {{name}}',
  'azure-blob.containers_one': '{{count, number}} conteneur',
  'azure-blob.containers_other': '{{count, number}} conteneurs',
  'azure-blob.nothing': 'pas encore de conteneur',
  'azure-blob.chart': 'Requêtes par heure sur 24 h',
  'azure-blob.value': 'Requêtes',
  'azure-blob.requests_one': '24 h · {{count, number}} requête',
  'azure-blob.requests_other': '24 h · {{count, number}} requêtes',
  'azure-blob.signedBy.identity': '{{count, number}} par identité',
  'azure-blob.signedBy.sharedAccessSignature':
    '{{count, number}} par lien signé (SAS)',
  'azure-blob.signedBy.accountKey': '{{count, number}} par clé du compte',
  'azure-blob.signedBy.anonymous_one': '{{count, number}} anonyme',
  'azure-blob.signedBy.anonymous_other': '{{count, number}} anonymes',
  'azure-blob.size': 'compte entier : {{size}}',
  'azure-blob.files_one': '{{count, number}} fichier',
  'azure-blob.files_other': '{{count, number}} fichiers',
  'azure-blob.sizeUnknown': 'taille non indiquée par Azure',
  'azure-blob.softDelete_one':
    'fichiers supprimés gardés {{count, number}} jour',
  'azure-blob.softDelete_other':
    'fichiers supprimés gardés {{count, number}} jours',
  'azure-blob.noSoftDelete': 'pas de suppression réversible des fichiers',
  'azure-blob.containerSoftDelete_one':
    'conteneurs supprimés gardés {{count, number}} jour',
  'azure-blob.containerSoftDelete_other':
    'conteneurs supprimés gardés {{count, number}} jours',
  'azure-blob.noContainerSoftDelete':
    'pas de suppression réversible des conteneurs',
  'azure-blob.versions': 'anciennes versions gardées',
  'azure-blob.noLifecycle': 'aucune règle de cycle de vie',
  'azure-blob.cors': 'CORS : {{origins}}',
  'azure-blob.corsEverySite': 'CORS ouvert à tous les sites',
  'azure-blob.noCors': 'pas de CORS',
  'azure-blob.keyAllowed': 'clé du compte autorisée',
  'azure-blob.keyRefused': 'clé du compte refusée',
  'azure-blob.rows': 'Conteneurs et règles de cycle de vie',
  'azure-blob.missing': "n'existe pas",
  'azure-blob.publicAccess.none': 'privé',
  'azure-blob.publicAccess.files': 'public : fichiers',
  'azure-blob.publicAccess.files-and-list': 'public : fichiers et liste',
  'azure-blob.declared': 'déclaré',
  'azure-blob.changed': 'modifié {{time}}',
  'azure-blob.lifecycle': 'cycle de vie',
  'azure-blob.deleteAfter_one': 'supprime après {{count, number}} jour',
  'azure-blob.deleteAfter_other': 'supprime après {{count, number}} jours',
  'azure-blob.moveAfter_one': 'accès froid après {{count, number}} jour',
  'azure-blob.moveAfter_other': 'accès froid après {{count, number}} jours',
  'azure-blob.disabled': 'désactivée',
  'azure-blob.unreadable':
    "Le portail n'a pas le droit de lire les mesures d'Azure Monitor : il lui faut le rôle Monitoring Reader. Tailles et requêtes sont inconnues.",
};
