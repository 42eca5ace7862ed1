import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { kubernetesTranslationRef } from '@backstage/plugin-kubernetes';

/** French of the tab Kubernetes of an application. */
export default createTranslationMessages({
  ref: kubernetesTranslationRef,
  full: false,
  messages: {
    'kubernetesContentPage.permissionAlert.title': 'Autorisation requise',
    'kubernetesContentPage.permissionAlert.message':
      "Pour voir les objets Kubernetes, demandez à l'équipe du portail les autorisations «\u00a0kubernetes.clusters.read\u00a0» et «\u00a0kubernetes.resources.read\u00a0».",
    'kubernetesContentPage.title': 'Vos clusters',
    'kubernetesContentPage.emptyState.title': 'Aucune ressource Kubernetes',
    'kubernetesContentPage.emptyState.description':
      'Aucun cluster connu ne porte de ressource de {{entityName}}',
    'entityContent.title': 'Kubernetes',
  },
});
