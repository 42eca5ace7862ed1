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
import {
  computeAppNames,
  environments,
  namesPresets,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { lintFiles } from '@socialgouv/fabrique-cli';

const template = resolve(__dirname, '../../../templates/web-app/template.yaml');

describe('the catalog-info of the web application', () => {
  const workspace = createMockDirectory();
  const action = createFetchTemplateAction({
    reader: mockServices.urlReader.mock(),
    integrations: ScmIntegrations.fromConfig(mockServices.rootConfig()),
  });

  it.each(
    namesPresets.flatMap(preset => [
      { preset, chosen: ['prod'], system: undefined },
      { preset, chosen: [...environments], system: 'system:default/domifa' },
    ]),
  )('has nothing wrong: %j', async ({ preset, chosen, system }) => {
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
          },
        },
      }) as Parameters<typeof action.handler>[0],
    );
    const path = 'catalog-info.yaml';
    const text = readFileSync(join(workspace.path, path), 'utf8');

    expect(text).toContain('name: mon-service');
    expect(lintFiles([{ path, text }])).toEqual([{ path, findings: [] }]);
  });
});
