import { createApp } from '@backstage/frontend-defaults';

// Every plugin of package.json is discovered (app.packages in app-config.yaml).
export default createApp();
