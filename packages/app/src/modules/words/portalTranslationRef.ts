import { createTranslationRef } from '@backstage/frontend-plugin-api';

/** The sentences of the portal itself. */
export const portalTranslationRef = createTranslationRef({
  id: 'portal',
  messages: {
    nav: {
      home: 'Home',
      catalog: 'Catalog',
      fabrique: 'Fleet',
      create: 'Create',
      search: 'Search',
      menu: 'Menu',
      notifications: 'Notifications',
      settings: 'Settings',
      graph: 'Graph',
      visualizer: 'Extensions',
    },
    home: {
      title: 'Welcome to the Fabrique',
      lead: 'See on one page how an application is doing everywhere it lives, and create a new one with a single form.',
      createTitle: 'Create an application',
      createText:
        'Repositories, pipelines, database, storage and monitoring: one form, and a few moments.',
      createAction: 'Create',
      catalogTitle: 'Find an application',
      catalogText:
        'Open its page, then the tab Fabrique: what runs, what breaks, who visits.',
      catalogAction: 'Open the catalog',
    },
  },
  translations: { fr: () => import('./portalFr') },
});
