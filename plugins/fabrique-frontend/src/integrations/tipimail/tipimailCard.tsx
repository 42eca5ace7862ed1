import { RiMailSendLine } from '@remixicon/react';
import { createFabriqueCard } from '../../card/FabriqueCardBlueprint';

export const tipimailCard = createFabriqueCard({
  service: 'tipimail',
  section: 'exchange',
  icon: <RiMailSendLine />,
  loader: () =>
    import('./TipimailCardContent').then(m => m.TipimailCardContent),
});
