import { RiFolderSharedLine } from '@remixicon/react';
import { createFabriqueCard } from '../../card/FabriqueCardBlueprint';

export const nextcloudCard = createFabriqueCard({
  service: 'nextcloud',
  section: 'exchange',
  icon: <RiFolderSharedLine />,
  loader: () =>
    import('./NextcloudCardContent').then(m => m.NextcloudCardContent),
});
