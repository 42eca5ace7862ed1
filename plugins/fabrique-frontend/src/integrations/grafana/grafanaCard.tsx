import { RiDashboard3Line } from '@remixicon/react';
import { createFabriqueCard } from '../../card/FabriqueCardBlueprint';

export const grafanaCard = createFabriqueCard({
  service: 'grafana',
  section: 'observation',
  icon: <RiDashboard3Line />,
  loader: () => import('./GrafanaCardContent').then(m => m.GrafanaCardContent),
});
