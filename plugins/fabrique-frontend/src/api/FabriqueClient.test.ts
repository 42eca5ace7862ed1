import { mockApis } from '@backstage/frontend-test-utils';
import { FleetQuery } from '@socialgouv/backstage-plugin-fabrique-common';
import { overviews } from '../__fixtures__/overviews';
import { FabriqueClient } from './FabriqueClient';

describe('FabriqueClient', () => {
  function createClient(answer: (url: URL) => Response) {
    const asked: Request[] = [];
    const fetchApi = mockApis.fetch({
      resolvePluginProtocol: {
        discoveryApi: mockApis.discovery({ baseUrl: 'http://portal.test' }),
      },
      baseImplementation: async (input, init) => {
        const request = new Request(input, init);
        asked.push(request);
        return answer(new URL(request.url));
      },
    });
    return { client: new FabriqueClient(fetchApi), asked };
  }

  it('reads an overview, and who has a name', async () => {
    const { client, asked } = createClient(url =>
      Response.json(
        url.pathname.includes('/names/')
          ? { available: false, takenBy: 'component:default/domifa' }
          : overviews.well,
      ),
    );
    expect(
      await client.getOverview('component:default/domifa', 'preprod'),
    ).toEqual(overviews.well);
    await client.getOverview('component:default/domifa', 'dev', {
      branch: 'feat/login&x=1',
    });
    expect(
      await client.getNameAvailability('do/mifa', { owner: 'group:default/a' }),
    ).toEqual({ available: false, takenBy: 'component:default/domifa' });
    await client.getNameAvailability('domifa');
    expect(asked.map(({ url }) => url)).toEqual([
      'http://portal.test/api/fabrique/v1/entities/component/default/domifa/overview?environment=preprod',
      'http://portal.test/api/fabrique/v1/entities/component/default/domifa/overview?environment=dev&branch=feat%2Flogin%26x%3D1',
      'http://portal.test/api/fabrique/v1/names/do%2Fmifa/availability?owner=group%3Adefault%2Fa',
      'http://portal.test/api/fabrique/v1/names/domifa/availability',
    ]);
  });

  it('reads the fleet, its file, and the services that are shared', async () => {
    const page = { rows: [], total: 0 };
    const answer = { services: [] };
    const { client, asked } = createClient(url => {
      if (url.pathname.endsWith('.csv')) return new Response('a;b\n1;2\n');
      return Response.json(url.pathname.endsWith('/fleet') ? page : answer);
    });
    const query: FleetQuery = {
      environment: 'dev',
      owners: ['group:default/a', 'group:default/b'],
      text: 'é&',
      offset: 100,
    };
    expect(await client.getFleet(query)).toEqual(page);
    const file = await client.getFleetCsv({ environment: 'prod' });
    expect(await file.text()).toBe('a;b\n1;2\n');
    expect(await client.getTransverseServices()).toEqual(answer);
    expect(asked.map(({ url }) => url)).toEqual([
      'http://portal.test/api/fabrique/v1/fleet?environment=dev&owners=group%3Adefault%2Fa&owners=group%3Adefault%2Fb&text=%C3%A9%26&offset=100',
      'http://portal.test/api/fabrique/v1/fleet.csv?environment=prod',
      'http://portal.test/api/fabrique/v1/services',
    ]);
  });

  it('reads what the portal is connected to', async () => {
    const { client, asked } = createClient(() =>
      Response.json({ services: ['sentry'] }),
    );
    expect(await client.getConnectedServices()).toEqual(['sentry']);
    expect(asked.map(({ url }) => url)).toEqual([
      'http://portal.test/api/fabrique/v1/connections',
    ]);
  });

  it('has a mirror run', async () => {
    const { client, asked } = createClient(() =>
      Response.json({ state: 'finished' }),
    );
    expect(await client.runGitlabMirror('component:default/domifa')).toEqual({
      state: 'finished',
    });
    expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST http://portal.test/api/fabrique/v1/entities/component/default/domifa/gitlab-mirror/run',
    ]);
  });

  it("throws the portal's own refusal", async () => {
    const { client } = createClient(() =>
      Response.json(
        { error: { name: 'NotAllowedError', message: 'You may not' } },
        { status: 403, statusText: 'Forbidden' },
      ),
    );
    const refused = { name: 'ResponseError', statusCode: 403 };
    await expect(
      client.getOverview('component:default/domifa', 'prod'),
    ).rejects.toMatchObject(refused);
    await expect(
      client.getFleetCsv({ environment: 'prod' }),
    ).rejects.toMatchObject(refused);
  });
});
