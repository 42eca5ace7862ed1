import { describe, expect, it, vi } from 'vitest';
import { checkHealth } from './checkHealth';

describe('checkHealth', () => {
  it('va bien quand rien n’est configuré', async () => {
    expect(await checkHealth([{ name: 'database' }], 10, vi.fn())).toEqual({
      status: 'ok',
      checks: { database: 'not-configured' },
    });
  });

  it('nomme ce qui est en panne et ce qui ne répond pas', async () => {
    const onFailure = vi.fn();
    const health = await checkHealth(
      [
        { name: 'cache', run: async () => 'pong' },
        { name: 'database', run: () => Promise.reject(new Error('refusé')) },
        { name: 'storage', run: () => new Promise(() => {}) },
      ],
      10,
      onFailure,
    );
    expect(health).toEqual({
      status: 'down',
      checks: { cache: 'ok', database: 'down', storage: 'down' },
    });
    expect(onFailure.mock.calls).toEqual([
      ['database', new Error('refusé')],
      ['storage', new Error('pas de réponse en 10 ms')],
    ]);
  });
});
