import { nextNotice, Notice } from './nextNotice';

const rules = { confirmAfterMs: 5 * 60_000, atMostEveryMs: 60 * 60_000 };
const minute = (n: number) => new Date(Date.UTC(2026, 10, 26, 8, n));

/** What is told while answers come at these minutes; what is to be sent is sent before the next one. */
function listen(answers: [minute: number, isBad: boolean][]) {
  let notice: Notice | undefined;
  return answers.flatMap(([at, isBad]) => {
    notice = nextNotice(notice, { isBad, at: minute(at) }, rules);
    const { toSend, ...rest } = notice;
    notice = rest;
    return toSend ? [`${at} ${toSend}`] : [];
  });
}

const [bad, well] = [true, false];

describe('nextNotice', () => {
  it.each<[string, [number, boolean][], string[]]>([
    [
      'says nothing of what is well',
      [
        [0, well],
        [10, well],
      ],
      [],
    ],
    [
      'says nothing of what was bad at first',
      [
        [0, bad],
        [10, bad],
      ],
      [],
    ],
    [
      'and nothing when that ends',
      [
        [0, bad],
        [10, well],
        [20, well],
      ],
      [],
    ],
    [
      'says once that it turned bad, after two answers',
      [
        [0, well],
        [10, bad],
        [20, bad],
        [30, bad],
        [90, bad],
      ],
      ['20 problem'],
    ],
    [
      'asks for time between the two',
      [
        [0, well],
        [10, bad],
        [11, bad],
        [12, bad],
        [15, bad],
      ],
      ['15 problem'],
    ],
    [
      'is quiet about one bad answer',
      [
        [0, well],
        [10, bad],
        [20, well],
      ],
      [],
    ],
    [
      'is quiet about one that flaps',
      [
        [0, well],
        [10, bad],
        [20, well],
        [30, bad],
        [40, well],
        [50, bad],
      ],
      [],
    ],
    [
      'says once that it is well again, after two answers',
      [
        [0, well],
        [10, bad],
        [20, bad],
        [30, well],
        [40, bad],
        [50, well],
        [60, well],
        [70, well],
      ],
      ['20 problem', '60 recovery'],
    ],
    [
      'waits before it says again that it is bad, and says it if it still is',
      [
        [0, well],
        [10, bad],
        [20, bad],
        [30, well],
        [40, well],
        [50, bad],
        [60, bad],
        [79, bad],
        [80, bad],
      ],
      ['20 problem', '40 recovery', '80 problem'],
    ],
    [
      'says nothing more of what ended while it waited',
      [
        [0, well],
        [10, bad],
        [20, bad],
        [30, well],
        [40, well],
        [50, bad],
        [60, bad],
        [70, well],
        [80, well],
      ],
      ['20 problem', '40 recovery'],
    ],
  ])('%s', (_, answers, told) => {
    expect(listen(answers)).toEqual(told);
  });

  it('takes back what was not sent yet, as if nothing had been', () => {
    const unsent: Notice = {
      isBad: true,
      badToldAt: minute(0),
      toSend: 'problem',
      turnedAt: minute(5),
    };
    expect(nextNotice(unsent, { isBad: well, at: minute(10) }, rules)).toEqual({
      isBad: false,
    });
    expect(nextNotice(unsent, { isBad: bad, at: minute(10) }, rules)).toEqual({
      isBad: true,
      badToldAt: minute(0),
      toSend: 'problem',
    });
  });
});
