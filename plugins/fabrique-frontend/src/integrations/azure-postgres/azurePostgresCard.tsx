import { RiDatabase2Line } from '@remixicon/react';
import { createFabriqueCard } from '../../card/FabriqueCardBlueprint';

export const azurePostgresCard = createFabriqueCard({
  service: 'azure-postgres',
  section: 'data',
  icon: <RiDatabase2Line />,
  loader: () =>
    import('./AzurePostgresCardContent').then(m => m.AzurePostgresCardContent),
});
