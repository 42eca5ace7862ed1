import { RiMailLine } from '@remixicon/react';
import { createFabriqueCard } from '../../card/FabriqueCardBlueprint';

export const office365Card = createFabriqueCard({
  service: 'office365',
  section: 'exchange',
  icon: <RiMailLine />,
  loader: () =>
    import('./Office365CardContent').then(m => m.Office365CardContent),
});
