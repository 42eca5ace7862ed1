import { RiPulseLine } from '@remixicon/react';
import { FabriqueCardBlueprint } from '../../card/FabriqueCardBlueprint';

export const upptimeCard = FabriqueCardBlueprint.make({
  name: 'upptime',
  params: defineParams =>
    defineParams({
      service: 'upptime',
      section: 'observation',
      icon: <RiPulseLine />,
      loader: () =>
        import('./UpptimeCardContent').then(m => m.UpptimeCardContent),
    }),
});
