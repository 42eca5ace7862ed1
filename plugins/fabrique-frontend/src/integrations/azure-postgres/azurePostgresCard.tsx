import { RiDatabase2Line } from '@remixicon/react';
import { FabriqueCardBlueprint } from '../../card/FabriqueCardBlueprint';

export const azurePostgresCard = FabriqueCardBlueprint.make({
  name: 'azure-postgres',
  params: defineParams =>
    defineParams({
      service: 'azure-postgres',
      section: 'data',
      icon: <RiDatabase2Line />,
      loader: () =>
        import('./AzurePostgresCardContent').then(
          m => m.AzurePostgresCardContent,
        ),
    }),
});
