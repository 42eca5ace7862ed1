import { RiFolderSharedLine } from '@remixicon/react';
import { FabriqueCardBlueprint } from '../../card/FabriqueCardBlueprint';

export const nextcloudCard = FabriqueCardBlueprint.make({
  name: 'nextcloud',
  params: defineParams =>
    defineParams({
      service: 'nextcloud',
      section: 'exchange',
      icon: <RiFolderSharedLine />,
      loader: () =>
        import('./NextcloudCardContent').then(m => m.NextcloudCardContent),
    }),
});
