import { mockApis } from '@backstage/frontend-test-utils';
import { overviews } from '../__fixtures__/overviews';
import { FabriqueClient } from './FabriqueClient';

describe('FabriqueClient', () => {
  function createClient(answer: (url: URL) => Response) {
    const asked: URL[] = [];
    const fetchApi = mockApis.fetch({
      resolvePluginProtocol: {
        discoveryApi: mockApis.discovery({ baseUrl: 'http://portal.test' }),
      },
      baseImplementation: async input => {
        const url = new URL(new Request(input).url);
        asked.push(url);
        return answer(url);
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
    expect(asked.map(String)).toEqual([
      'http://portal.test/api/fabrique/v1/entities/component/default/domifa/overview?environment=preprod',
      'http://portal.test/api/fabrique/v1/entities/component/default/domifa/overview?environment=dev&branch=feat%2Flogin%26x%3D1',
      'http://portal.test/api/fabrique/v1/names/do%2Fmifa/availability?owner=group%3Adefault%2Fa',
      'http://portal.test/api/fabrique/v1/names/domifa/availability',
    ]);
  });

  it("throws the portal's own refusal", async () => {
    const { client } = createClient(() =>
      Response.json(
        { error: { name: 'NotAllowedError', message: 'You may not' } },
        { status: 403, statusText: 'Forbidden' },
      ),
    );
    await expect(
      client.getOverview('component:default/domifa', 'prod'),
    ).rejects.toMatchObject({ name: 'ResponseError', statusCode: 403 });
  });
});
