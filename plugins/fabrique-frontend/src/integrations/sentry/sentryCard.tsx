import { RiBugLine } from '@remixicon/react';
import { createFabriqueCard } from '../../card/FabriqueCardBlueprint';

export const sentryCard = createFabriqueCard({
  service: 'sentry',
  section: 'observation',
  icon: <RiBugLine />,
  loader: () => import('./SentryCardContent').then(m => m.SentryCardContent),
});
