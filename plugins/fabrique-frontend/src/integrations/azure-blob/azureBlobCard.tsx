import { RiArchiveStackLine } from '@remixicon/react';
import { FabriqueCardBlueprint } from '../../card/FabriqueCardBlueprint';

export const azureBlobCard = FabriqueCardBlueprint.make({
  name: 'azure-blob',
  params: defineParams =>
    defineParams({
      service: 'azure-blob',
      section: 'data',
      icon: <RiArchiveStackLine />,
      loader: () =>
        import('./AzureBlobCardContent').then(m => m.AzureBlobCardContent),
    }),
});
