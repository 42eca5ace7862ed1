import { render, screen } from '@testing-library/react';
import App from './App';

describe('App', () => {
  it('greets a person who is not signed in, in French', async () => {
    process.env = {
      NODE_ENV: 'test',
      APP_CONFIG: [
        {
          context: 'test',
          data: {
            app: {
              title: 'Fabrique',
              extensions: [
                {
                  'api:app/app-language': {
                    config: {
                      defaultLanguage: 'fr',
                      availableLanguages: ['fr', 'en'],
                    },
                  },
                },
              ],
            },
            auth: { environment: 'development' },
            backend: { baseUrl: 'http://localhost:7007' },
          },
        },
      ] as unknown as string,
    };

    render(App.createRoot());

    expect(
      await screen.findByRole(
        'button',
        { name: 'Entrer' },
        { timeout: 20_000 },
      ),
    ).toBeEnabled();
  }, 30_000);
});
