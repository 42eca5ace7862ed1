import { RiPulseLine } from '@remixicon/react';
import { createFabriqueCard } from '../../card/FabriqueCardBlueprint';

export const upptimeCard = createFabriqueCard({
  service: 'upptime',
  section: 'observation',
  icon: <RiPulseLine />,
  loader: () => import('./UpptimeCardContent').then(m => m.UpptimeCardContent),
});
