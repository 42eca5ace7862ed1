import { ConfigReader } from '@backstage/config';
import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { testUpstreamFailures } from '../testUtils';
import { GitlabProvisioner } from './GitlabProvisioner';

const baseUrl = 'https://gitlab.example.com';
const api = `${baseUrl}/api/v4`;
const variables = `${api}/projects/7/variables`;

const createVariables = (token = 'the-token') =>
  GitlabProvisioner.fromConfig(
    new ConfigReader({
      fabrique: { gitlab: { host: 'gitlab.example.com', group: 'SocialGouv' } },
      integrations: {
        gitlab: [
          { host: 'gitlab.example.com', baseUrl, apiBaseUrl: api, token },
        ],
      },
    }),
    { timeoutMs: 300 },
  )!.variables;

const wish = {
  key: 'TOKEN',
  scope: 'prod',
  value: 'the-secret-value',
  isMasked: true,
  isProtected: true,
  ownership: { app: 'SocialGouv/domifa' },
};
const body = {
  value: 'the-secret-value',
  protected: true,
  masked: true,
  raw: true,
  description: '{"fabrique-app":"SocialGouv/domifa"}',
};

describe('GitlabVariables', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('reads all pages, and whose each is', async () => {
    const page = Array.from({ length: 100 }, (_, index) => ({
      key: `K${index}`,
      value: null,
      environment_scope: '*',
    }));
    server.use(
      http.get(variables, ({ request }) =>
        HttpResponse.json(
          new URL(request.url).searchParams.get('page') === '1'
            ? page
            : [{ ...body, key: 'TOKEN', environment_scope: 'prod' }],
        ),
      ),
    );
    const found = await createVariables().list(7);
    expect(found).toHaveLength(101);
    expect(found.at(-1)).toEqual({
      key: 'TOKEN',
      scope: 'prod',
      value: 'the-secret-value',
      isMasked: true,
      isProtected: true,
      owner: { app: 'SocialGouv/domifa' },
    });
    expect(found[0]).toEqual({
      key: 'K0',
      scope: '*',
      value: undefined,
      isMasked: false,
      isProtected: false,
      owner: undefined,
    });
  });

  it('makes, sets and removes that of one scope', async () => {
    const asked: unknown[] = [];
    server.use(
      http.all(`${variables}*`, async ({ request }) => {
        const { pathname, search } = new URL(request.url);
        const text = await request.text();
        asked.push([
          request.method,
          pathname.slice('/api/v4/projects/7'.length) +
            decodeURIComponent(search),
          text && JSON.parse(text),
        ]);
        return request.method === 'DELETE'
          ? new HttpResponse(null, { status: 204 })
          : HttpResponse.json({});
      }),
    );
    await createVariables().put(7, wish, { exists: false });
    await createVariables().put(7, wish, { exists: true });
    await createVariables().delete(7, wish);
    const one = '/variables/TOKEN?filter[environment_scope]=prod';
    expect(asked).toEqual([
      [
        'POST',
        '/variables',
        { ...body, key: 'TOKEN', environment_scope: 'prod' },
      ],
      ['PUT', one, body],
      ['DELETE', one, ''],
    ]);
  });

  it('does not repeat the value that GitLab refuses', async () => {
    server.use(
      http.post(variables, () =>
        HttpResponse.json(
          { message: 'the-secret-value is invalid' },
          { status: 400 },
        ),
      ),
    );
    await expect(
      createVariables().put(7, wish, { exists: false }),
    ).rejects.toMatchObject({ detail: '<secret> is invalid' });
  });

  testUpstreamFailures({
    server,
    baseUrl: api,
    call: secret => createVariables(secret).list(7),
  });
});
