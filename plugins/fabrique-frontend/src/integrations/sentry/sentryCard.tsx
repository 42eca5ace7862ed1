import { RiBugLine } from '@remixicon/react';
import { FabriqueCardBlueprint } from '../../card/FabriqueCardBlueprint';

export const sentryCard = FabriqueCardBlueprint.make({
  name: 'sentry',
  params: defineParams =>
    defineParams({
      service: 'sentry',
      section: 'observation',
      icon: <RiBugLine />,
      loader: () =>
        import('./SentryCardContent').then(m => m.SentryCardContent),
    }),
});
