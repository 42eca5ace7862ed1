import { parseRetryAfter } from './toUpstreamError';

describe('parseRetryAfter', () => {
  const now = new Date('2026-11-23T12:00:00Z');

  it.each([
    ['120', '2026-11-23T12:02:00.000Z'],
    ['Mon, 23 Nov 2026 12:05:00 GMT', '2026-11-23T12:05:00.000Z'],
    ['soon', undefined],
    ['99999999999999999', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('reads %s', (header, expected) => {
    expect(parseRetryAfter(header, now)?.toISOString()).toBe(expected);
  });
});
