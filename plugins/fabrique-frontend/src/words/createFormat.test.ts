import { freezeTime } from '../__testUtils__/freezeTime';
import { createFormat } from './createFormat';

describe('createFormat', () => {
  freezeTime();
  /** Languages use several kinds of spaces that do not break. */
  const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

  it.each([
    [
      'fr',
      {
        number: '1 284,5',
        percent: '12,5 %',
        changes: ['+310 %', '-4 %', '0 %'],
        durations: ['0 s', '45 s', '10 min', '3 h 20 min', '2 j 1 h'],
        relativeTimes: [
          'il y a 3 min',
          'il y a 5 h',
          'il y a 2 mois',
          'il y a 0 s',
        ],
        absoluteTime: '20 novembre 2026 à 12:57 UTC+1',
        time: '12 h 57',
        sizes: ['0 o', '1,5 Ko', '20 Mo', '3 To'],
        list: 'GitLab, Sentry et Matomo',
      },
    ],
    [
      'en',
      {
        number: '1,284.5',
        percent: '12.5%',
        changes: ['+310%', '-4%', '0%'],
        durations: ['0 sec', '45 sec', '10 min', '3 hr 20 min', '2 days 1 hr'],
        relativeTimes: ['3 min ago', '5 hr ago', '2 months ago', '0 sec ago'],
        absoluteTime: 'November 20, 2026 at 12:57 PM GMT+1',
        time: '12:57 PM',
        sizes: ['0 B', '1.5 KB', '20 MB', '3 TB'],
        list: 'GitLab, Sentry, and Matomo',
      },
    ],
  ])('writes numbers and times in %s', (language, expected) => {
    const format = createFormat(language, 'Europe/Paris');
    const at = '2026-11-20T11:57:00.000Z';
    expect({
      number: plain(format.number(1284.5)),
      percent: plain(format.percent(12.5)),
      changes: [310, -4, 0].map(value => plain(format.change(value))),
      durations: [0, 45, 600, 12_000, 176_400].map(seconds =>
        plain(format.duration(seconds)),
      ),
      relativeTimes: [
        at,
        '2026-11-20T07:00:00.000Z',
        '2026-09-15T07:00:00.000Z',
        '2026-11-20T12:06:00.000Z',
      ].map(time => plain(format.relativeTime(time))),
      absoluteTime: plain(format.absoluteTime(at)),
      time: plain(format.time(at)),
      sizes: [0, 1536, 20 * 1024 ** 2, 3 * 1024 ** 4].map(bytes =>
        plain(format.size(bytes)),
      ),
      list: format.list(['GitLab', 'Sentry', 'Matomo']),
    }).toEqual(expected);
  });
});
