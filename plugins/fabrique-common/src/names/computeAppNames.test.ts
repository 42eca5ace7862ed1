import { computeAppNames } from './computeAppNames';
import { createNamingRules } from './preset';

describe('computeAppNames', () => {
  it('names everything of generation 1 on shared servers', () => {
    const volume = 'azure-cdtnadmindev-volume';
    expect(computeAppNames({ name: 'cdtn-admin' })).toEqual({
      name: 'cdtn-admin',
      preset: 'gen1-azure',
      repository: 'SocialGouv/cdtn-admin',
      repositoryUrl: 'https://github.com/SocialGouv/cdtn-admin',
      gitlabProject: 'SocialGouv/cdtn-admin',
      gitlabUrl: 'https://gitlab.factory.social.gouv.fr/SocialGouv/cdtn-admin',
      sentrySlug: 'incubateur/cdtn-admin',
      sentryUrl: 'https://sentry.fabrique.social.gouv.fr',
      matomoUrl: 'https://matomo.fabrique.social.gouv.fr',
      secretNamespace: 'cdtn-admin-secret',
      environments: {
        dev: {
          environment: 'dev',
          host: 'main-dev-cdtn-admin.dev2.fabrique.social.gouv.fr',
          url: 'https://main-dev-cdtn-admin.dev2.fabrique.social.gouv.fr',
          labelSelector: 'owner=cdtn-admin',
          cluster: 'dev2',
          database: {
            server: 'fabriquedevserver',
            name: 'cdtn-admin_dev',
            user: 'cdtn-admin_dev',
            secretName: 'azure-pg-user',
          },
          storage: {
            account: 'cdtnadmindev',
            container: 'cdtn-admin-dev',
            secretName: volume,
          },
          sentrySecretName: 'sentry',
        },
        preprod: {
          environment: 'preprod',
          host: 'preprod-cdtn-admin.dev2.fabrique.social.gouv.fr',
          url: 'https://preprod-cdtn-admin.dev2.fabrique.social.gouv.fr',
          labelSelector: 'owner=cdtn-admin',
          cluster: 'dev2',
          database: {
            server: 'fabriquedevserver',
            name: 'cdtn-admin_preprod',
            user: 'cdtn-admin_preprod',
            secretName: 'azure-pg-user',
          },
          storage: {
            account: 'cdtnadmindev',
            container: 'cdtn-admin-preprod',
            secretName: volume,
          },
          sentrySecretName: 'sentry',
        },
        prod: {
          environment: 'prod',
          host: 'cdtn-admin.prod2.fabrique.social.gouv.fr',
          url: 'https://cdtn-admin.prod2.fabrique.social.gouv.fr',
          namespace: 'cdtn-admin',
          labelSelector: 'owner=cdtn-admin',
          cluster: 'prod2',
          database: {
            server: 'fabriqueprodserver',
            name: 'cdtn-admin',
            user: 'cdtn-admin',
            secretName: 'azure-pg-user',
          },
          storage: {
            account: 'cdtnadminprod',
            container: 'cdtn-admin-prod',
            secretName: 'azure-cdtnadminprod-volume',
          },
          sentrySecretName: 'sentry',
        },
      },
    });
  });

  it("names the databases of generation 1 on the application's own servers", () => {
    const rules = createNamingRules('gen1-azure', {
      databaseServer: 'dedicated',
    });
    const { environments } = computeAppNames({
      name: 'sample-kosko',
      branch: 'feat/login',
      rules,
    });
    expect(environments.dev.host).toMatch(
      /^feat-login-dev-[0-9a-z]{6}-sample-kosko\.dev2\.fabrique\.social\.gouv\.fr$/,
    );
    expect(Object.values(environments).map(({ database }) => database)).toEqual(
      [
        {
          server: 'samplekoskodevserver',
          name: 'autodevops_feat-login-5cdqod',
          user: 'user_feat-login-5cdqod',
          secretName: 'azure-pg-user',
        },
        {
          server: 'samplekoskodevserver',
          name: 'preprod',
          user: 'preprod',
          secretName: 'azure-pg-user',
        },
        {
          server: 'samplekoskoprodserver',
          name: 'sample-kosko',
          user: 'sample-kosko',
          secretName: 'azure-pg-user',
        },
      ],
    );
  });

  it('names everything of generation 2', () => {
    const { environments, gitlabProject } = computeAppNames({
      name: 'template',
      preset: 'gen2-ovh',
      branch: 'feat/login',
    });
    expect(gitlabProject).toBeUndefined();
    expect(environments).toEqual({
      dev: {
        environment: 'dev',
        host: 'template-feat-login-2zmk25qw.ovh.fabrique.social.gouv.fr',
        url: 'https://template-feat-login-2zmk25qw.ovh.fabrique.social.gouv.fr',
        namespace: 'template-feat-login-2zmk25qw',
        labelSelector: 'application=template',
        cluster: 'ovh-dev',
        database: {
          server: 'pg-rw',
          name: expect.stringMatching(/^autodevops_feat-login-[0-9a-z]{8}$/),
          user: expect.stringMatching(/^user_feat-login-[0-9a-z]{8}$/),
          secretName: 'pg-app',
        },
        storage: { container: 'template-dev', secretName: 's3' },
        sentrySecretName: 'sentry',
      },
      preprod: {
        environment: 'preprod',
        host: 'template-preprod.ovh.fabrique.social.gouv.fr',
        url: 'https://template-preprod.ovh.fabrique.social.gouv.fr',
        namespace: 'template-preprod',
        labelSelector: 'application=template',
        cluster: 'ovh-dev',
        database: {
          server: 'pg-rw',
          name: 'preprod',
          user: 'preprod',
          secretName: 'pg-app',
        },
        storage: { container: 'template-preprod', secretName: 's3' },
        sentrySecretName: 'sentry',
      },
      prod: {
        environment: 'prod',
        host: 'template.fabrique.social.gouv.fr',
        url: 'https://template.fabrique.social.gouv.fr',
        namespace: 'template',
        labelSelector: 'application=template',
        cluster: 'ovh-prod',
        database: {
          server: 'pg-rw',
          name: 'template',
          user: 'template',
          secretName: 'pg-app',
        },
        storage: { container: 'template-prod', secretName: 's3' },
        sentrySecretName: 'sentry',
      },
    });
  });

  it('cuts names of databases to what Postgres keeps, and not the hash that tells them apart', () => {
    const rules = createNamingRules('gen2-ovh');
    const [first, second] = ['a', 'b'].map(
      last =>
        computeAppNames({
          name: 'www',
          branch: `feat/${'x'.repeat(80)}${last}`,
          rules,
        }).environments.dev.database.name,
    );
    expect(first).toHaveLength(63);
    expect(first).toMatch(/^autodevops_feat-x+-[0-9a-z]{8}$/);
    expect(first).not.toBe(second);
  });
});
