import { RiShipLine } from '@remixicon/react';
import { FabriqueCardBlueprint } from '../../card/FabriqueCardBlueprint';

export const kubernetesCard = FabriqueCardBlueprint.make({
  name: 'kubernetes',
  params: defineParams =>
    defineParams({
      service: 'kubernetes',
      section: 'execution',
      icon: <RiShipLine />,
      loader: () =>
        import('./KubernetesCardContent').then(m => m.KubernetesCardContent),
    }),
});
