import { renderInTestApp } from '@backstage/frontend-test-utils';
import { cleanup } from '@testing-library/react';

export type TestLanguage = 'fr' | 'en';

/** Configuration of an app in one language. */
export function toLanguageConfig(language: TestLanguage) {
  return {
    app: {
      baseUrl: 'http://localhost:3000',
      extensions: [
        {
          'api:app/app-language': {
            config: {
              defaultLanguage: language,
              availableLanguages: ['fr', 'en'],
            },
          },
        },
      ],
    },
    backend: { baseUrl: 'http://localhost:7007' },
  };
}

/** Renders an element in an app of the language. */
export function renderInLanguage(
  element: JSX.Element,
  language: TestLanguage,
  options: Parameters<typeof renderInTestApp>[1] = {},
) {
  // One app at a time, and none remembers the language that was chosen in another.
  cleanup();
  window.localStorage.clear();
  return renderInTestApp(element, {
    ...options,
    config: toLanguageConfig(language),
  });
}
