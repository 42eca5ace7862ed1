/** A page that has nothing to show waits so long for a first answer, in milliseconds… */
const longestWaitMs = 1_500;
/** …and, once there is one, so long for others to come along with it. */
const gatherMs = 100;

/**
 * How long one reading of a page waits for services that never answered: a page with one card comes at
 * once, and asks again for the others. So a service that hangs delays no other card.
 */
export class Patience {
  /** Resolves when the page is given as it is. */
  readonly over: Promise<undefined>;
  #hasAnswer = false;
  #giveUp: () => void = () => {};

  constructor() {
    this.over = new Promise(resolve => {
      this.#giveUp = () => resolve(undefined);
    });
    setTimeout(this.#giveUp, longestWaitMs).unref();
  }

  /** There is something to show. */
  hasAnswer(): void {
    if (this.#hasAnswer) return;
    this.#hasAnswer = true;
    setTimeout(this.#giveUp, gatherMs).unref();
  }
}
