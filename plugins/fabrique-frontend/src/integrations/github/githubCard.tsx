import { RiGithubLine } from '@remixicon/react';
import { FabriqueCardBlueprint } from '../../card/FabriqueCardBlueprint';

export const githubCard = FabriqueCardBlueprint.make({
  name: 'github',
  params: defineParams =>
    defineParams({
      service: 'github',
      section: 'execution',
      icon: <RiGithubLine />,
      loader: () =>
        import('./GithubCardContent').then(m => m.GithubCardContent),
    }),
});
