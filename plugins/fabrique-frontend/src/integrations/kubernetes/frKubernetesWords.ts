import { frKubernetesVerdictWords } from '@socialgouv/backstage-plugin-fabrique-common';
import { toVerdictMessages } from '../../translation/toVerdictMessages';

/** French of `kubernetesWords`. */
export const frKubernetesWords = {
  ...toVerdictMessages('kubernetes', frKubernetesVerdictWords),
  'kubernetes.thing': 'Le sélecteur Kubernetes {{name}}',
  'kubernetes.access': 'aux objets de {{name}}',
  'kubernetes.allReady': 'toutes les instances sont prêtes',
  'kubernetes.nothing': 'rien ne tourne dans cet environnement',
  'kubernetes.instances_one':
    'instance prête : {{ready, number}} sur {{count, number}}',
  'kubernetes.instances_other':
    'instances prêtes : {{ready, number}} sur {{count, number}}',
  'kubernetes.clusters_one': 'cluster {{clusters}}',
  'kubernetes.clusters_other': 'clusters {{clusters}}',
  'kubernetes.rows': 'Charges de travail',
  'kubernetes.ready_one': '{{ready, number}}/{{count, number}} prête',
  'kubernetes.ready_other': '{{ready, number}}/{{count, number}} prêtes',
  'kubernetes.restarts_one': '{{count, number}} redémarrage',
  'kubernetes.restarts_other': '{{count, number}} redémarrages',
  'kubernetes.cronJobFailed': 'dernière exécution en échec',
  'kubernetes.cronJobLastSuccess': 'dernier succès {{time}}',
  'kubernetes.noSuccess': 'jamais réussie',
  'kubernetes.unreadable':
    "Le portail n'a pas le droit de lire les objets {{kinds}} dans le cluster {{cluster}}.",
  'kubernetes.link.rancher': 'Rancher',
  'kubernetes.link.grafana-pods': 'pods dans Grafana',
  'kubernetes.link.grafana-workloads': 'charges dans Grafana',
  'kubernetes.link.logs': 'journaux',
};
