import { createServer } from 'net';
import { once } from 'events';
import { startSandbox } from './startSandbox';
import { TestSandbox, startTestSandbox } from './testing/startTestSandbox';

describe('startSandbox', () => {
  let sandbox: TestSandbox;
  let control: string;
  let blob: string;

  beforeAll(async () => {
    // The blob service without any account answers a 404 by itself: enough to see faults in front of it.
    sandbox = await startTestSandbox(['blob']);
    control = sandbox.urls.control;
    blob = sandbox.urls.blob;
  });
  afterAll(() => sandbox.remove());

  const inject = async (order: object) => {
    const response = await fetch(`${control}/_faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ upstream: 'blob', ...order }),
    });
    return { status: response.status, body: await response.json() };
  };

  it('says what runs', async () => {
    const response = await fetch(`${control}/_status`);
    expect(await response.json()).toEqual({
      ready: true,
      urls: { control, blob },
    });
  });

  it('injects every kind of fault, as often as ordered', async () => {
    const plain = await fetch(`${blob}/a`);
    const whole = await plain.text();
    expect(plain.status).toBe(404);

    await inject({
      fault: {
        kind: 'status',
        status: 429,
        headers: { 'retry-after': '7' },
        body: { error: 'slow down' },
      },
      times: 2,
    });
    const limited = await fetch(`${blob}/a`);
    expect(limited.status).toBe(429);
    expect(limited.headers.get('retry-after')).toBe('7');
    expect(await limited.json()).toEqual({ error: 'slow down' });
    expect((await fetch(`${blob}/a`)).status).toBe(429);
    expect((await fetch(`${blob}/a`)).status).toBe(404);

    await inject({ fault: { kind: 'delay', delayMs: 200 }, times: 1 });
    const startedAt = Date.now();
    expect((await fetch(`${blob}/a`)).status).toBe(404);
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(195);

    await inject({ fault: { kind: 'hang' }, times: 1 });
    await expect(
      fetch(`${blob}/a`, { signal: AbortSignal.timeout(200) }),
    ).rejects.toThrow('aborted due to timeout');

    await inject({ fault: { kind: 'reset' }, times: 1 });
    await expect(fetch(`${blob}/a`)).rejects.toMatchObject({
      cause: { code: 'ECONNRESET' },
    });

    await inject({ fault: { kind: 'truncate' }, times: 1 });
    const cut = await fetch(`${blob}/a`);
    expect(cut.status).toBe(404);
    expect(cut.headers.get('content-length')).toBe(String(whole.length));
    await expect(cut.text()).rejects.toThrow('terminated');

    await inject({ fault: { kind: 'shorten' }, times: 1 });
    const half = await fetch(`${blob}/a`);
    expect(half.status).toBe(404);
    expect(await half.text()).toBe(
      whole.slice(0, Math.floor(whole.length / 2)),
    );

    await inject({ fault: { kind: 'garbage' }, times: 1 });
    const garbage = await fetch(`${blob}/a`);
    expect(garbage.headers.get('content-type')).toContain('application/json');
    await expect(garbage.json()).rejects.toMatchObject({
      name: 'SyntaxError',
    });

    await inject({ fault: { kind: 'html', status: 502 }, times: 1 });
    const page = await fetch(`${blob}/a`);
    expect(page.status).toBe(502);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await page.text()).toContain('<!doctype html>');

    for (const kind of ['html', 'status']) {
      await inject({ fault: { kind, echo: true }, times: 1 });
      const echo = await fetch(`${blob}/a`, {
        method: 'PUT',
        headers: { authorization: 'Bearer abc' },
        body: 'and=this',
      });
      expect(await echo.text()).toMatch(/Bearer abc.* and=this/);
    }

    expect((await fetch(`${blob}/a`)).status).toBe(404);
  });

  it('limits a fault to the requests that match, until it is removed', async () => {
    const { body } = await inject({
      match: { method: 'put', path: '/account/con.*er\\?x=' },
      fault: { kind: 'status', status: 503 },
    });
    const put = (path: string) =>
      fetch(`${blob}${path}`, { method: 'PUT' }).then(({ status }) => status);
    expect(await put('/account/container?x=1')).toBe(503);
    expect(await put('/account/other?x=1')).toBe(404);
    expect((await fetch(`${blob}/account/container?x=1`)).status).toBe(404);

    expect(await (await fetch(`${control}/_faults`)).json()).toEqual([
      {
        id: body.id,
        upstream: 'blob',
        match: { method: 'put', path: '/account/con.*er\\?x=' },
        fault: { kind: 'status', status: 503 },
        met: 1,
        passed: 0,
      },
    ]);
    await fetch(`${control}/_faults/${body.id}`, { method: 'DELETE' });
    expect(await put('/account/container?x=1')).toBe(404);

    await inject({
      fault: { kind: 'status', status: 503 },
      after: 2,
      times: 1,
    });
    const statuses = [];
    for (let i = 0; i < 4; i += 1) statuses.push(await put('/account/x'));
    expect(statuses).toEqual([404, 404, 503, 404]);

    await inject({ fault: { kind: 'hang' } });
    await fetch(`${control}/_faults`, { method: 'DELETE' });
    expect(await put('/account/container')).toBe(404);
  });

  it('refuses an order that is no fault', async () => {
    expect(await inject({ fault: { kind: 'explode' } })).toEqual({
      status: 400,
      body: { message: expect.stringContaining('fault.kind') },
    });
  });

  it('counts the requests of each system, without what may be secret', async () => {
    await fetch(`${control}/_requests`, { method: 'DELETE' });
    await fetch(`${blob}/account/container?sig=secret`);
    const read = async (query: string) =>
      (await fetch(`${control}/_requests${query}`)).json();
    expect(await read('?upstream=blob')).toEqual({
      count: 1,
      requests: [
        {
          upstream: 'blob',
          method: 'GET',
          path: '/account/container',
          at: expect.stringMatching(/^\d{4}-.*Z$/),
          endedAt: expect.stringMatching(/^\d{4}-.*Z$/),
        },
      ],
    });
    expect(await read('?upstream=gitlab')).toEqual({ count: 0, requests: [] });
  });

  it('says in one sentence why it cannot start', async () => {
    await expect(
      startSandbox({ dataDir: sandbox.dataDir, portPrefix: 72, only: [] }),
    ).rejects.toThrow(
      `The sandbox already runs on ${sandbox.dataDir}, as process ${process.pid}: stop it first, or set SANDBOX_DATA_DIR to another folder.`,
    );

    await sandbox.stop();
    const port = Number(`${sandbox.portPrefix}09`);
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    const start = () =>
      startSandbox({
        dataDir: sandbox.dataDir,
        portPrefix: sandbox.portPrefix,
        only: ['blob'],
      });
    try {
      await expect(start()).rejects.toThrow(
        `Port ${port}, which the sandbox needs for blob, is taken by another program: stop that program, or set SANDBOX_PORT_PREFIX to another prefix.`,
      );
    } finally {
      other.close();
    }

    const { NODE_ENV } = process.env;
    process.env = { ...process.env, NODE_ENV: 'production' };
    try {
      await expect(start()).rejects.toThrow('NODE_ENV=production');
    } finally {
      process.env = { ...process.env, NODE_ENV };
    }
  });
});
