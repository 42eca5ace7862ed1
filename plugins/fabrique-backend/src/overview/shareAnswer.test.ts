import { shareAnswer } from './shareAnswer';

describe('shareAnswer', () => {
  it('calls once for all who ask within the time, and again after it', async () => {
    let time = 0;
    let calls = 0;
    const ask = shareAnswer(async () => (calls += 1), {
      keepMs: 60_000,
      now: () => time,
    });
    expect(await Promise.all([ask(), ask()])).toEqual([1, 1]);
    time = 59_999;
    expect(await ask()).toBe(1);
    time = 60_000;
    expect(await ask()).toBe(2);
  });

  it('calls once for each key', async () => {
    const asked: string[] = [];
    const ask = shareAnswer(async (key: string) => `${key}${asked.push(key)}`, {
      keepMs: 60_000,
    });
    expect(await Promise.all(['a', 'b', 'a'].map(ask))).toEqual([
      'a1',
      'b2',
      'a1',
    ]);
    expect(asked).toEqual(['a', 'b']);
  });

  it('does not keep a failure', async () => {
    const answers = [Promise.reject(new Error('503')), Promise.resolve('well')];
    const ask = shareAnswer(() => answers.shift()!, { keepMs: 60_000 });
    const both = await Promise.allSettled([ask(), ask()]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await ask()).toBe('well');
  });
});
