import { RiDashboard3Line } from '@remixicon/react';
import { FabriqueCardBlueprint } from '../../card/FabriqueCardBlueprint';

export const grafanaCard = FabriqueCardBlueprint.make({
  name: 'grafana',
  params: defineParams =>
    defineParams({
      service: 'grafana',
      section: 'observation',
      icon: <RiDashboard3Line />,
      loader: () =>
        import('./GrafanaCardContent').then(m => m.GrafanaCardContent),
    }),
});
