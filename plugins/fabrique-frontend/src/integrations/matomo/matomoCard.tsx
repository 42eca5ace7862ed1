import { RiFootprintLine } from '@remixicon/react';
import { FabriqueCardBlueprint } from '../../card/FabriqueCardBlueprint';

export const matomoCard = FabriqueCardBlueprint.make({
  name: 'matomo',
  params: defineParams =>
    defineParams({
      service: 'matomo',
      section: 'observation',
      icon: <RiFootprintLine />,
      loader: () =>
        import('./MatomoCardContent').then(m => m.MatomoCardContent),
    }),
});
