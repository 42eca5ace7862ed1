import {
  mockCredentials,
  mockServices,
  registerMswTestHooks,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { http, HttpResponse, passthrough } from 'msw';
import { setupServer } from 'msw/node';
import request from 'supertest';
import fabriquePlugin from '../index';
import { readTransverseServices } from './readTransverseServices';

const baseUrl = 'https://raw.example.com/upptime';
const path = '/api/fabrique/v1/services';
const services = [
  { id: 'matomo', name: 'Matomo', url: 'https://matomo.example.com/' },
  {
    id: 'files',
    name: 'Fichiers',
    description: { fr: 'Fichiers partagés', en: 'Shared files' },
    url: 'https://files.example.com/login',
    upptimeUrl: 'https://files.example.com',
    documentationUrl: 'https://docs.example.com/files',
    accessText: 'Demander à Camille.',
  },
  { id: 'mail', name: 'Mail', url: 'https://mail.example.com' },
  { id: 'safe', name: 'Safe' },
];

describe('the services that the teams share', () => {
  const msw = setupServer();
  registerMswTestHooks(msw);
  let calls = 0;

  async function start(answer: () => Response, fabrique: object = {}) {
    calls = 0;
    msw.use(
      http.all(/127\.0\.0\.1|localhost/, () => passthrough()),
      http.get(`${baseUrl}/history/summary.json`, () => {
        calls += 1;
        return answer();
      }),
    );
    const { server } = await startTestBackend({
      features: [
        fabriquePlugin,
        catalogServiceMock.factory({ entities: [] }),
        mockServices.rootConfig.factory({
          data: {
            fabrique: {
              services,
              upptime: { baseUrl, statusUrl: 'https://status.example.com' },
              ...fabrique,
            },
          },
        }),
      ],
    });
    return request(server);
  }
  const summary = () =>
    HttpResponse.json([
      { name: 'M', url: 'https://matomo.example.com', slug: 'm', status: 'up' },
      {
        name: 'F',
        url: 'https://files.example.com',
        slug: 'f',
        status: 'down',
      },
    ]);

  it('are listed as configured, with the state that UppTime gives for their address', async () => {
    const { status, body } = await (await start(summary)).get(path);

    expect(status).toBe(200);
    expect(body).toEqual({
      fetchedAt: expect.any(String),
      services: [
        { ...services[0], state: 'up', level: 'ok' },
        {
          id: 'files',
          name: 'Fichiers',
          description: { fr: 'Fichiers partagés', en: 'Shared files' },
          url: 'https://files.example.com/login',
          documentationUrl: 'https://docs.example.com/files',
          accessText: 'Demander à Camille.',
          state: 'down',
          level: 'problem',
          reasons: [{ level: 'problem', key: 'upptime.down' }],
        },
        { ...services[2], state: 'unknown' },
        { ...services[3], state: 'unknown' },
      ],
    });
    expect(calls).toBe(1);
  });

  it('are listed without their states where UppTime fails, and where there is none', async () => {
    const failing = await start(() => new HttpResponse('no', { status: 403 }));
    const { status, body } = await failing.get(path);
    expect(status).toBe(200);
    expect(body.failure).toMatchObject({ kind: 'forbidden' });
    expect(body.services.map(({ state }: any) => state)).toEqual(
      Array(4).fill('unknown'),
    );

    const without = await start(summary, { upptime: undefined });
    const answer = (await without.get(path)).body;
    expect(Object.keys(answer)).toEqual(['services']);
    expect(calls).toBe(0);
  });

  it('are for those who are signed in, and take no parameter', async () => {
    const api = await start(summary);
    const anonymous = await api
      .get(path)
      .set('authorization', mockCredentials.none.header());
    expect(anonymous.status).toBe(401);
    expect((await api.get(path).query({ url: 'x' })).status).toBe(400);
  });

  it.each([
    [[{ id: 'Matomo', name: 'Matomo' }], 'fabrique.services: .*id'],
    [[{ id: 'a', name: 'A', url: 'ftp://a' }], 'fabrique.services: .*url'],
    [[{ id: 'a', name: 'A', colour: 'red' }], 'colour'],
    [
      [
        { id: 'a', name: 'A' },
        { id: 'a', name: 'B' },
      ],
      "fabrique.services has 'a' twice",
    ],
  ])('%j cannot be configured', (given, message) => {
    const config = new ConfigReader({ fabrique: { services: given } });
    expect(() => readTransverseServices(config)).toThrow(
      new RegExp(message, 's'),
    );
  });
});
