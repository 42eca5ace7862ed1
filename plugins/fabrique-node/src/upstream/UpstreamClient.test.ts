import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { z } from 'zod/v4';
import { UpstreamCall } from './createUpstreamPolicy';
import { UpstreamClient } from './UpstreamClient';

const baseUrl = 'https://tool.example.com/api';
const Thing = z.object({ id: z.number() });

describe('UpstreamClient', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  const create = (tuning = {}) =>
    UpstreamClient.create({
      service: 'Tool',
      baseUrl: `${baseUrl}/`,
      timeoutMs: 2_000,
      ...tuning,
    });

  it('tries a read again when the upstream was down for a moment, and a write never', async () => {
    let calls = 0;
    server.use(
      http.all(`${baseUrl}/things`, () => {
        calls += 1;
        return calls % 2 === 1
          ? new HttpResponse(undefined, { status: 503 })
          : HttpResponse.json({ id: 1 });
      }),
    );

    await expect(
      create().requestJson('/things', Thing, { operation: 'read thing' }),
    ).resolves.toMatchObject({ body: { id: 1 } });
    expect(calls).toBe(2);

    await expect(
      create().requestJson('/things', Thing, {
        operation: 'make thing',
        method: 'POST',
        json: {},
      }),
    ).rejects.toMatchObject({
      kind: 'unavailable',
      message: 'Tool make thing: HTTP 503',
    });
    expect(calls).toBe(3);
  });

  it('tells of every call how it ended', async () => {
    const results: string[] = [];
    const client = create({
      onCall: (call: UpstreamCall) =>
        results.push(`${call.service} ${call.result}`),
    });
    const send = (signal?: AbortSignal) =>
      client
        .requestJson('/things', Thing, {
          operation: 'make thing',
          method: 'POST',
          json: {},
          signal,
        })
        .catch(() => undefined);
    server.use(
      http.post(`${baseUrl}/things`, () => HttpResponse.json({ id: 1 })),
    );
    await send();
    await send(AbortSignal.abort());
    server.use(
      http.post(
        `${baseUrl}/things`,
        () => new HttpResponse(undefined, { status: 503 }),
      ),
    );
    for (let i = 0; i < 6; i++) await send();
    expect(results).toEqual([
      'Tool ok',
      'Tool given-up',
      ...Array(5).fill('Tool unavailable'),
      'Tool left-alone',
    ]);
  });

  it('asks for properties in XML, and may ask again as it only reads', async () => {
    const asked: Request[] = [];
    server.use(
      http.all(`${baseUrl}/folder`, ({ request }) => {
        asked.push(request.clone());
        return asked.length === 1
          ? new HttpResponse(undefined, { status: 503 })
          : new HttpResponse('<multistatus/>', { status: 207 });
      }),
    );
    await expect(
      create().requestText('/folder', {
        operation: 'read folder',
        method: 'PROPFIND',
        headers: { depth: '1' },
        xml: '<propfind>é</propfind>',
      }),
    ).resolves.toMatchObject({ body: '<multistatus/>' });
    expect(asked).toHaveLength(2);
    expect(asked[1].method).toBe('PROPFIND');
    expect(asked[1].headers.get('content-type')).toBe(
      'application/xml; charset=utf-8',
    );
    expect(asked[1].headers.get('depth')).toBe('1');
    expect(await asked[1].text()).toBe('<propfind>é</propfind>');
  });

  it('signs in for each request, and tells nobody the token that is refused', async () => {
    const asked: (string | null)[] = [];
    server.use(
      http.get(`${baseUrl}/things`, ({ request }) => {
        const sent = request.headers.get('authorization');
        asked.push(sent);
        return asked.length === 1
          ? HttpResponse.json({ id: 1 })
          : HttpResponse.json({ detail: `No: ${sent}` }, { status: 401 });
      }),
    );
    const client = create({
      signIn: async () => ({
        authorization: `Bearer token-of-request-${asked.length + 1}`,
      }),
    });
    const read = () =>
      client.requestJson('/things', Thing, { operation: 'read thing' });
    await expect(read()).resolves.toMatchObject({ body: { id: 1 } });
    await expect(read()).rejects.toMatchObject({
      kind: 'auth',
      detail: 'No: Bearer <secret>',
    });
    expect(asked).toEqual([
      'Bearer token-of-request-1',
      'Bearer token-of-request-2',
    ]);
  });

  it('leaves an upstream alone that fails again and again, then asks it once more', async () => {
    let calls = 0;
    let isDown = true;
    server.use(
      http.get(`${baseUrl}/things`, () => {
        calls += 1;
        return isDown
          ? new HttpResponse(undefined, { status: 500 })
          : HttpResponse.json({ id: 1 });
      }),
    );
    const client = create({ halfOpenAfterMs: 100 });
    const read = () =>
      client.requestJson('/things', Thing, {
        operation: 'read thing',
        idempotent: false,
      });

    for (let i = 0; i < 8; i++) {
      await expect(read()).rejects.toMatchObject({ kind: 'unavailable' });
    }
    expect(calls).toBe(5);

    isDown = false;
    await new Promise(resolve => setTimeout(resolve, 120));
    await expect(read()).resolves.toMatchObject({ body: { id: 1 } });
  });

  it('leaves an upstream alone that never answers, but not for people who give up', async () => {
    let calls = 0;
    server.use(
      http.get(`${baseUrl}/things`, () => {
        calls += 1;
        return new Promise<Response>(() => {});
      }),
    );
    const client = create({ timeoutMs: 40 });
    const read = (signal?: AbortSignal) =>
      client.requestJson('/things', Thing, { operation: 'read thing', signal });

    for (let i = 0; i < 6; i++) {
      await expect(read(AbortSignal.timeout(5))).rejects.toMatchObject({
        kind: 'timeout',
      });
    }
    for (let i = 0; i < 8; i++) {
      await expect(read()).rejects.toMatchObject({
        kind: 'timeout',
        message: 'Tool read thing: no answer in 0.04 s',
      });
    }
    expect(calls).toBe(11);
  });

  it('does not try again before the upstream allows it', async () => {
    let calls = 0;
    server.use(
      http.get(`${baseUrl}/things`, () => {
        calls += 1;
        return new HttpResponse(undefined, {
          status: 503,
          headers: { 'retry-after': '30' },
        });
      }),
    );

    await expect(
      create().requestJson('/things', Thing, { operation: 'read thing' }),
    ).rejects.toMatchObject({ retryAfter: expect.any(Date) });
    expect(calls).toBe(1);
  });

  it.each([
    [
      { message: { path: ['has already been taken'] } },
      'path: has already been taken',
    ],
    [
      { slug: ['A project with this slug exists.'] },
      'slug: A project with this slug exists.',
    ],
    [{ errors: [{ message: 'No such field' }] }, 'No such field'],
    [{ error: { code: 'Denied', message: 'Not you' } }, 'Not you'],
    ['No', 'No'],
    [{}, undefined],
  ])('finds the words of %j', async (body, detail) => {
    server.use(
      http.get(`${baseUrl}/things`, () =>
        HttpResponse.json(body, { status: 400 }),
      ),
    );
    const error = await create()
      .requestJson('/things', Thing, { operation: 'read thing' })
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      kind: 'invalid-response',
      upstreamStatus: 400,
    });
    expect((error as { detail?: string }).detail).toBe(detail);
  });

  it('cuts its own credentials out of what the upstream says', async () => {
    server.use(
      http.post(`${baseUrl}/things`, async ({ request }) =>
        HttpResponse.json(
          {
            detail: `Bad ${request.headers.get(
              'authorization',
            )} ${await request.text()}`,
          },
          { status: 401 },
        ),
      ),
    );
    const client = create({
      headers: { authorization: 'Bearer the-token' },
      secrets: ['in/body'],
    });
    await expect(
      client.requestJson('/things', Thing, {
        operation: 'make thing',
        method: 'POST',
        form: { token_auth: 'in/body' },
      }),
    ).rejects.toMatchObject({
      kind: 'auth',
      detail: 'Bad Bearer <secret> token_auth=<secret>',
    });
  });

  it('follows no redirect, which would carry the token elsewhere', async () => {
    server.use(
      http.get(`${baseUrl}/things`, () =>
        HttpResponse.json(undefined, {
          status: 302,
          headers: { location: 'https://evil.example.com/' },
        }),
      ),
    );

    await expect(
      create().requestJson('/things', Thing, { operation: 'read thing' }),
    ).rejects.toMatchObject({ kind: 'network' });
  });

  it("passes on the upstream's own words, and none of a page", async () => {
    server.use(
      http.post(`${baseUrl}/things`, () =>
        HttpResponse.json({ detail: 'The name is taken' }, { status: 409 }),
      ),
    );

    await expect(
      create().requestJson('/things', Thing, {
        operation: 'make thing',
        method: 'POST',
        json: {},
      }),
    ).rejects.toMatchObject({
      kind: 'invalid-response',
      upstreamStatus: 409,
      detail: 'The name is taken',
    });
  });

  it.each([
    'https://user:pw@tool.example.com',
    'https://tool.example.com?token=x',
    'tool',
  ])('refuses %s as an address', address => {
    expect(() => create({ baseUrl: address })).toThrow();
    expect(() => create({ baseUrl: address })).not.toThrow(/pw|token=x/);
  });
});
