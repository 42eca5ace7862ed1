import { createApp } from '@backstage/frontend-defaults';
import { homeModule } from './modules/home';
import { navModule } from './modules/nav';
import { signInModule } from './modules/signIn';
import { themeModule } from './modules/theme';
import { wordsModule } from './modules/words';

// The plugins of package.json are discovered (app.packages in app-config.yaml); only what is the
// portal's own is listed here.
export default createApp({
  features: [navModule, homeModule, signInModule, themeModule, wordsModule],
});
