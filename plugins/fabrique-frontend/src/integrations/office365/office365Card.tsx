import { RiMailLine } from '@remixicon/react';
import { FabriqueCardBlueprint } from '../../card/FabriqueCardBlueprint';

export const office365Card = FabriqueCardBlueprint.make({
  name: 'office365',
  params: defineParams =>
    defineParams({
      service: 'office365',
      section: 'exchange',
      icon: <RiMailLine />,
      loader: () =>
        import('./Office365CardContent').then(m => m.Office365CardContent),
    }),
});
