import { ConfigReader } from '@backstage/config';
import { readUpstreamTuning } from './readUpstreamTuning';

const read = (timeout: unknown) =>
  readUpstreamTuning(
    new ConfigReader({ fabrique: { upstreams: { timeout } } } as any),
  );

describe('readUpstreamTuning', () => {
  it('reads durations as Backstage writes them, and leaves defaults to the policy', () => {
    expect(readUpstreamTuning(new ConfigReader({}))).toEqual({});
    expect(read('5s')).toEqual({ timeoutMs: 5_000 });
    expect(read({ minutes: 1, seconds: 2 })).toEqual({ timeoutMs: 62_000 });
  });

  it.each(['soon', { seconds: 0 }, { parsecs: 12 }])('refuses %j', timeout => {
    expect(() => read(timeout)).toThrow(/fabrique\.upstreams\.timeout/);
  });
});
