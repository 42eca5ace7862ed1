import { TransverseServicesAnswer } from '@socialgouv/backstage-plugin-fabrique-common';

/** The shared services of the Fabrique: one that is slow, one that is down, one that nobody watches. */
export const transverseServices: TransverseServicesAnswer = {
  services: [
    {
      id: 'matomo',
      name: 'Matomo',
      url: 'https://matomo.example',
      state: 'up',
      level: 'ok',
    },
    {
      id: 'sentry',
      name: 'Sentry',
      url: 'https://sentry.example',
      documentationUrl: 'https://docs.example/sentry',
      state: 'up',
      level: 'attention',
      reasons: [
        {
          level: 'attention',
          key: 'upptime.slow',
          params: { ms: 2400, usual: 300 },
        },
      ],
    },
    {
      id: 'nextcloud',
      name: 'NextCloud',
      url: 'https://nextcloud.example',
      accessText: {
        fr: "Connectez-vous avec votre adresse `@fabrique.social.gouv.fr`.",
        en: 'Sign in with your `@fabrique.social.gouv.fr` address.',
      },
      state: 'down',
      level: 'problem',
      reasons: [{ level: 'problem', key: 'upptime.down' }],
    },
    {
      id: 'vaultwarden',
      name: 'VaultWarden',
      description: 'Mots de passe partagés',
      state: 'unknown',
    },
  ],
  fetchedAt: '2026-11-20T11:57:00Z',
};
