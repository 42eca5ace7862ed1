import { RiMailSendLine } from '@remixicon/react';
import { FabriqueCardBlueprint } from '../../card/FabriqueCardBlueprint';

export const tipimailCard = FabriqueCardBlueprint.make({
  name: 'tipimail',
  params: defineParams =>
    defineParams({
      service: 'tipimail',
      section: 'exchange',
      icon: <RiMailSendLine />,
      loader: () =>
        import('./TipimailCardContent').then(m => m.TipimailCardContent),
    }),
});
