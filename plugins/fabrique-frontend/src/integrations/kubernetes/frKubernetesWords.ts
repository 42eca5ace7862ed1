import { frKubernetesVerdictWords } from '@socialgouv/backstage-plugin-fabrique-common';
import { toVerdictMessages } from '../../translation/toVerdictMessages';

/** French of `kubernetesWords`. */
export const frKubernetesWords = {
  ...toVerdictMessages('kubernetes', frKubernetesVerdictWords),
  'kubernetes.thing': 'Le sélecteur Kubernetes {{name}}',
  'kubernetes.access': 'aux objets de {{name}}',
  'kubernetes.allReady': 'toutes les instances sont prêtes',
  'kubernetes.nothing': 'rien ne tourne dans cet environnement',
  'kubernetes.nothingOfBranch': 'rien ne tourne pour cette branche',
  'kubernetes.instances_one':
    'instance prête : {{ready, number}} sur {{count, number}}',
  'kubernetes.instances_other':
    'instances prêtes : {{ready, number}} sur {{count, number}}',
  'kubernetes.clusters_one': 'cluster {{clusters}}',
  'kubernetes.clusters_other': 'clusters {{clusters}}',
  'kubernetes.namespaces_one': 'namespace {{namespaces}}',
  'kubernetes.namespaces_other': 'namespaces {{namespaces}}',
  'kubernetes.moreHosts_one': 'et {{count, number}} autre adresse',
  'kubernetes.moreHosts_other': 'et {{count, number}} autres adresses',
  'kubernetes.rows': 'Charges de travail',
  'kubernetes.ready_one': '{{ready, number}}/{{count, number}} prête',
  'kubernetes.ready_other': '{{ready, number}}/{{count, number}} prêtes',
  'kubernetes.restarts_one': '{{count, number}} redémarrage',
  'kubernetes.restarts_other': '{{count, number}} redémarrages',
  'kubernetes.restartsLastHour_one': '{{count, number}} redémarrage en 1 h',
  'kubernetes.restartsLastHour_other': '{{count, number}} redémarrages en 1 h',
  'kubernetes.pod.crashing': "s'arrête sans cesse",
  'kubernetes.pod.noImage': 'image introuvable',
  'kubernetes.pod.outOfMemory': 'a manqué de mémoire',
  'kubernetes.pod.noConfiguration':
    'il lui manque un secret ou une configuration',
  'kubernetes.pod.noStart': 'ne peut pas démarrer',
  'kubernetes.pod.noRoom': 'pas de place dans le cluster',
  'kubernetes.pod.evicted': 'expulsé de son nœud',
  'kubernetes.pod.notReady': 'ne répond pas à la sonde de disponibilité',
  'kubernetes.cronJobFailed': 'dernière exécution en échec',
  'kubernetes.cronJobSuspended': 'suspendue',
  'kubernetes.cronJobLastSuccess': 'dernier succès {{time}}',
  'kubernetes.noSuccess': 'jamais réussie',
  'kubernetes.unreadable':
    "Le portail n'a pas le droit de lire les objets {{kinds}} dans le cluster {{cluster}}.",
  'kubernetes.link.rancher': 'Rancher',
  'kubernetes.link.grafana-pods': 'pods dans Grafana',
  'kubernetes.link.grafana-workloads': 'charges dans Grafana',
  'kubernetes.link.logs': 'journaux dans Loki',
  'kubernetes.link.core-tab': 'onglet Kubernetes',
};
