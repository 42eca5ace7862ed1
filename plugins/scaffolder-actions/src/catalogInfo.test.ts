import { readFileSync } from 'fs';
import { join, resolve } from 'path';
import { pathToFileURL } from 'url';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { createFetchTemplateAction } from '@backstage/plugin-scaffolder-backend';
import { JsonObject } from '@backstage/types';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { parse } from 'yaml';
import {
  computeAppNames,
  environments,
  namesPresets,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { lintFiles } from '@socialgouv/fabrique-cli';

const template = resolve(__dirname, '../../../templates/web-app/template.yaml');

/** The annotation of each service that one may ask for, and what the service gives for it. */
const links: Record<string, [string, string]> = {
  upptime: [
    'fabrique.social.gouv.fr/upptime-url',
    'https://mon-service.prod2.fabrique.social.gouv.fr',
  ],
  grafana: ['grafana/dashboard-selector', 'mon-service'],
  tipimail: [
    'fabrique.social.gouv.fr/tipimail-senders',
    'ne-pas-repondre@mon-service.gouv.fr',
  ],
  nextcloud: [
    'fabrique.social.gouv.fr/nextcloud-folder',
    'Produits/mon-service',
  ],
  office365: [
    'fabrique.social.gouv.fr/mailboxes',
    'contact.mon-service@fabrique.social.gouv.fr',
  ],
};

describe('the catalog-info of the web application', () => {
  const workspace = createMockDirectory();
  const action = createFetchTemplateAction({
    reader: mockServices.urlReader.mock(),
    integrations: ScmIntegrations.fromConfig(mockServices.rootConfig()),
  });

  it.each(
    namesPresets.flatMap(preset => [
      { preset, chosen: ['prod'], system: undefined, services: [] },
      {
        preset,
        chosen: [...environments],
        system: 'system:default/domifa',
        services: Object.keys(links),
      },
    ]),
  )('has nothing wrong: %j', async ({ preset, chosen, system, services }) => {
    workspace.clear();
    await action.handler(
      createMockActionContext({
        workspacePath: workspace.path,
        templateInfo: {
          entityRef: 'template:default/web-app',
          baseUrl: pathToFileURL(template).href,
        },
        input: {
          url: './catalog',
          values: {
            name: 'mon-service',
            title: 'L\'accueil : "mon service"',
            description: '@ suivre',
            owner: 'group:default/domifa',
            system,
            names: computeAppNames({
              name: 'mon-service',
              preset,
            }) as unknown as JsonObject,
            environments: chosen,
            sentryProject: 'mon-service',
            sentryUrl: 'https://sentry.example/mon-service',
            matomoSiteId: '61',
            matomoUrl: 'https://matomo.example/61',
            services,
            upptimeSite: links.upptime[1],
            grafanaSelector: links.grafana[1],
            sender: links.tipimail[1],
            folder: links.nextcloud[1],
            mailbox: links.office365[1],
          },
        },
      }) as Parameters<typeof action.handler>[0],
    );
    const path = 'catalog-info.yaml';
    const text = readFileSync(join(workspace.path, path), 'utf8');

    const { metadata } = parse(text);
    expect(metadata.name).toBe('mon-service');
    expect(
      Object.fromEntries(
        Object.values(links).map(([name]) => [
          name,
          metadata.annotations[name],
        ]),
      ),
    ).toEqual(
      services.length > 0 ? Object.fromEntries(Object.values(links)) : {},
    );
    expect(lintFiles([{ path, text }])).toEqual([{ path, findings: [] }]);
  });
});
