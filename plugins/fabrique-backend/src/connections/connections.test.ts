import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import fabriquePlugin from '../index';

const path = '/api/fabrique/v1/connections';

describe('the services that the portal is connected to', () => {
  async function start(fabrique: object) {
    const { server } = await startTestBackend({
      features: [
        fabriquePlugin,
        catalogServiceMock.factory({ entities: [] }),
        mockServices.rootConfig.factory({ data: { fabrique } }),
      ],
    });
    return server;
  }

  it('are those of its configuration', async () => {
    const server = await start({
      tipimail: { apiUser: 'u', apiKey: 'never-told' },
      upptime: {
        baseUrl: 'https://raw.example.com/upptime',
        statusUrl: 'https://status.example.com',
      },
    });
    const answer = await request(server).get(path);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ services: ['upptime', 'tipimail'] });
  });

  it('are none where nothing is configured', async () => {
    const answer = await request(await start({})).get(path);
    expect(answer.body).toEqual({ services: [] });
  });

  it('are told to people who are signed in, and nothing else is', async () => {
    const server = await start({});
    const nobody = await request(server)
      .get(path)
      .set('Authorization', mockCredentials.none.header());
    expect(nobody.status).toBe(401);
    const more = await request(server).get(`${path}?secrets=1`);
    expect([more.status, more.body.error.message]).toEqual([
      400,
      "There is no parameter 'secrets'",
    ]);
  });
});
