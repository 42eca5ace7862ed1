import { Page } from '@playwright/test';

/** Everything that goes to and from the browser of a journey, and what its pages say to developers. */
export class TrafficRecord {
  // Each once: every page loads the same programs.
  readonly #texts = new Set<string>();
  readonly #pending: Promise<unknown>[] = [];

  /** Records a page from now on. */
  follow(page: Page): void {
    page.on('request', request => {
      this.#texts.add(request.url()).add(request.postData() ?? '');
    });
    page.on('response', response => {
      this.#texts.add(JSON.stringify(response.headers()));
      if (!/^(image|font)/.test(response.headers()['content-type'] ?? '')) {
        this.#pending.push(
          response.text().then(
            text => this.#texts.add(text),
            // A page that is left takes the answers with it that it did not read itself.
            () => undefined,
          ),
        );
      }
    });
    page.on('websocket', socket => {
      const keep = ({ payload }: { payload: string | Buffer }) =>
        this.#texts.add(String(payload));
      socket.on('framesent', keep);
      socket.on('framereceived', keep);
    });
    page.on('console', message => this.#texts.add(message.text()));
  }

  /** What was recorded so far. */
  async read(): Promise<string> {
    await Promise.all(this.#pending);
    return [...this.#texts].join('\n');
  }
}
