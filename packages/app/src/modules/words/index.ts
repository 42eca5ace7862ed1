import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { coreFrench, scaffolderFrench } from './coreFrench';

export const wordsModule = createFrontendModule({
  pluginId: 'app',
  extensions: [coreFrench, scaffolderFrench],
});
