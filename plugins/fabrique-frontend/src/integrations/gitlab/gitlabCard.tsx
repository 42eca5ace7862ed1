import { RiGitlabLine } from '@remixicon/react';
import { FabriqueCardBlueprint } from '../../card/FabriqueCardBlueprint';

export const gitlabCard = FabriqueCardBlueprint.make({
  name: 'gitlab',
  params: defineParams =>
    defineParams({
      service: 'gitlab',
      section: 'execution',
      icon: <RiGitlabLine />,
      loader: () =>
        import('./GitlabCardContent').then(m => m.GitlabCardContent),
    }),
});
