import { RiGitlabLine } from '@remixicon/react';
import { createFabriqueCard } from '../../card/FabriqueCardBlueprint';

export const gitlabCard = createFabriqueCard({
  service: 'gitlab',
  section: 'execution',
  icon: <RiGitlabLine />,
  loader: () => import('./GitlabCardContent').then(m => m.GitlabCardContent),
});
