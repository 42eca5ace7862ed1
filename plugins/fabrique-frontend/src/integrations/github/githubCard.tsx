import { RiGithubLine } from '@remixicon/react';
import { createFabriqueCard } from '../../card/FabriqueCardBlueprint';

export const githubCard = createFabriqueCard({
  service: 'github',
  section: 'execution',
  icon: <RiGithubLine />,
  loader: () => import('./GithubCardContent').then(m => m.GithubCardContent),
});
