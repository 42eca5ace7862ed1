import { RiFootprintLine } from '@remixicon/react';
import { createFabriqueCard } from '../../card/FabriqueCardBlueprint';

export const matomoCard = createFabriqueCard({
  service: 'matomo',
  section: 'observation',
  icon: <RiFootprintLine />,
  loader: () => import('./MatomoCardContent').then(m => m.MatomoCardContent),
});
