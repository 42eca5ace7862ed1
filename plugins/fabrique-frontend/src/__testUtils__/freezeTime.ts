import { fixtureTime } from '../__fixtures__/series';

/** Lets the clock stand at the time of the fixtures; timers go on. */
export function freezeTime(): void {
  beforeEach(() => {
    jest.useFakeTimers({
      now: new Date(fixtureTime),
      doNotFake: [
        'hrtime',
        'nextTick',
        'performance',
        'queueMicrotask',
        'requestAnimationFrame',
        'cancelAnimationFrame',
        'requestIdleCallback',
        'cancelIdleCallback',
        'setImmediate',
        'clearImmediate',
        'setInterval',
        'clearInterval',
        'setTimeout',
        'clearTimeout',
      ],
    });
  });
  afterEach(() => {
    jest.useRealTimers();
  });
}
