import { RiArchiveStackLine } from '@remixicon/react';
import { createFabriqueCard } from '../../card/FabriqueCardBlueprint';

export const azureBlobCard = createFabriqueCard({
  service: 'azure-blob',
  section: 'data',
  icon: <RiArchiveStackLine />,
  loader: () =>
    import('./AzureBlobCardContent').then(m => m.AzureBlobCardContent),
});
