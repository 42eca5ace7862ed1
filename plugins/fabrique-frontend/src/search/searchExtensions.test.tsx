import { ServiceLinksDocument } from '@socialgouv/backstage-plugin-fabrique-common';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import searchPlugin from '@backstage/plugin-search/alpha';
import { searchApiRef } from '@backstage/plugin-search-react';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { findViolations } from '../__testUtils__/findViolations';
import { readText } from '../__testUtils__/readLines';
import {
  TestLanguage,
  toLanguageConfig,
} from '../__testUtils__/renderInLanguage';
import { fabriquePlugin } from '../plugin';

const document: ServiceLinksDocument = {
  title: 'DomiFa',
  text: 'domifa-backend SocialGouv/domifa',
  location: '/catalog/default/component/domifa',
  entityRef: 'component:default/domifa',
  owner: 'group:default/domifa',
  links: [
    { service: 'sentry', value: 'domifa-backend' },
    { service: 'github', value: 'SocialGouv/domifa' },
  ],
};

/** The search page of Backstage takes its time on a busy machine. */
const patience = { timeout: 20_000 };

describe('searchExtensions', () => {
  function render(language: TestLanguage) {
    cleanup();
    window.localStorage.clear();
    return renderTestApp({
      features: [searchPlugin, fabriquePlugin],
      apis: [
        [catalogApiRef, catalogApiMock({ entities: [] })],
        [
          searchApiRef,
          {
            query: async () => ({
              numberOfResults: 2,
              results: [
                {
                  type: 'fabrique-links',
                  document,
                  rank: 1,
                  highlight: {
                    preTag: '<b>',
                    postTag: '</b>',
                    fields: { text: '<b>domifa-backend</b> SocialGouv/domifa' },
                  },
                },
                {
                  type: 'software-catalog',
                  document: { title: 'Else', text: '', location: '/else' },
                },
              ],
            }),
          },
        ],
      ],
      initialRouteEntries: ['/search?query=domifa-backend'],
      config: toLanguageConfig(language),
    });
  }

  it.each([
    ['fr', 'Équipe\u00a0: domifa'],
    ['en', 'Team: domifa'],
  ] as const)(
    'shows an application with what it is linked to: %s',
    async (language, owner) => {
      render(language);
      // The page asks several times while it opens, and draws the results anew.
      await waitFor(() => {
        const link = screen.getByRole('link', { name: 'DomiFa' });
        expect(link).toHaveAttribute('href', document.location);
        const item = link.closest('li')!;
        expect(within(item).getAllByRole('listitem').map(readText)).toEqual([
          'Sentry domifa-backend',
          'GitHub SocialGouv/domifa',
        ]);
        expect(
          [...item.querySelectorAll('mark')].map(mark => mark.textContent),
        ).toEqual(['domifa-backend']);
        expect(readText(item)).toContain(owner.replace('\u00a0', ' '));
        // Its name ends with the number of results.
        expect(screen.getByRole('button', { name: /^Services/ })).toBeVisible();
        // Others keep their own look.
        expect(screen.getByRole('link', { name: 'Else' })).toBeVisible();
      }, patience);
      // Around it is what Backstage draws.
      await waitFor(async () => {
        const own = screen.getByRole('link', { name: 'DomiFa' });
        expect(await findViolations(own.closest('.result')!)).toEqual([]);
      }, patience);
    },
    60_000,
  );
});
