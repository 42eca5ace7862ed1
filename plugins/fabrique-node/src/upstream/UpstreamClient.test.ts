import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { z } from 'zod/v4';
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
