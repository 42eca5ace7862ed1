import { setTimeout as sleep } from 'timers/promises';
import { sayingProgress } from './sayingProgress';

describe('sayingProgress', () => {
  it('says that the work goes on until it has ended, well or not', async () => {
    const said: string[] = [];
    const call = { log: (line: string) => void said.push(line) };
    const untilSaid = async (count: number) => {
      while (said.length < count) await sleep(1);
    };
    await expect(
      sayingProgress(
        'account x',
        call,
        async () => {
          await untilSaid(2);
          return 'made';
        },
        2,
      ),
    ).resolves.toBe('made');
    await expect(
      sayingProgress(
        'account x',
        call,
        async () => {
          await untilSaid(3);
          throw new Error('no');
        },
        2,
      ),
    ).rejects.toThrow('no');
    for (const line of said) {
      expect(line).toMatch(/^account x: still at work after \d+ s$/);
    }
    const { length } = said;
    await sleep(20);
    expect(said).toHaveLength(length);
  });
});
