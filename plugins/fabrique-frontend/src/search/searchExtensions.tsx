import {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import { RiLinksLine } from '@remixicon/react';
import { serviceLinksDocumentType } from '@socialgouv/backstage-plugin-fabrique-common';

/** How the search shows an application that it found by a repository, a project, a host name… */
const resultItem = SearchResultListItemBlueprint.make({
  name: 'links',
  params: {
    icon: <RiLinksLine />,
    predicate: ({ type }) => type === serviceLinksDocumentType,
    component: () =>
      import('./ServiceLinksResult').then(m => m.ServiceLinksResult),
  },
});

/** The choice of the search page that shows these results only; its name reads the same in both languages. */
const resultType = SearchFilterResultTypeBlueprint.make({
  name: 'links',
  params: {
    value: serviceLinksDocumentType,
    name: 'Services',
    icon: <RiLinksLine />,
  },
});

/** What the plugin adds to the search. */
export const searchExtensions = [resultItem, resultType];
