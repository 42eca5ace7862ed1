import { RiShipLine } from '@remixicon/react';
import { createFabriqueCard } from '../../card/FabriqueCardBlueprint';

export const kubernetesCard = createFabriqueCard({
  service: 'kubernetes',
  section: 'execution',
  icon: <RiShipLine />,
  loader: () =>
    import('./KubernetesCardContent').then(m => m.KubernetesCardContent),
});
