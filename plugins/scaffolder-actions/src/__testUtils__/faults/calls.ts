import diagnostics from 'diagnostics_channel';
import { ClientRequest, IncomingMessage } from 'http';
import { Client } from 'pg';

/** What Postgres says in place of an answer, or that it never does. */
export interface PostgresFault {
  /** The call as it is counted: `postgres CREATE ROLE`. */
  call: string;
  /** So many such calls get their answer first. */
  after: number;
  /** Missing when it hangs. */
  answer?: { code: string; message: string };
}

/**
 * Watches every way in which the actions speak to other systems: `fetch`, Node's own HTTP client (the SDKs of
 * Azure, git) and the protocol of Postgres. The ledger and the catalog are among them.
 *
 * @param onFinished - gets each call as soon as its answer is there, before anyone has read it.
 * @param takeFault - what Postgres should say instead; systems that speak HTTP say it themselves.
 */
export function watchCalls(
  onFinished: (call: string) => void,
  takeFault: (call: string) => PostgresFault | undefined,
): void {
  diagnostics.subscribe('undici:request:trailers', message => {
    const { request } = message as {
      request: { method: string; origin: string; path: string };
    };
    onFinished(`${request.method} ${toPath(request.origin + request.path)}`);
  });
  diagnostics.subscribe('http.client.response.finish', message => {
    const { request, response } = message as {
      request: ClientRequest;
      response: IncomingMessage;
    };
    const address = `${request.protocol}//${request.getHeader('host')}${
      request.path
    }`;
    // git says 200 at once and works while it answers: the call ends with its body.
    response.once('end', () =>
      onFinished(`${request.method} ${toPath(address)}`),
    );
  });
  watchPostgres(onFinished, takeFault);
}

/** Without its query, which may hold a secret. */
function toPath(address: string): string {
  const { port, pathname } = new URL(address);
  return `:${port}${pathname}`;
}

function watchPostgres(
  onFinished: (call: string) => void,
  takeFault: (call: string) => PostgresFault | undefined,
): void {
  const prototype = Client.prototype as unknown as Record<
    'query' | 'connect',
    (...args: unknown[]) => unknown
  >;
  for (const method of ['connect', 'query'] as const) {
    const original = prototype[method];
    prototype[method] = function watched(this: Client, ...args: unknown[]) {
      const [text] = args;
      const call = `postgres ${
        typeof text === 'string'
          ? text.trim().split(/\s+/, 2).join(' ')
          : method
      }`;
      const fault = takeFault(call);
      if (fault) return toAnswer(fault);
      const answer = original.apply(this, args);
      // The clients of the suite use promises alone.
      if (!(answer instanceof Promise)) return answer;
      return answer.finally(() => onFinished(call));
    };
  }
}

function toAnswer({ answer }: PostgresFault): Promise<never> {
  if (!answer) return new Promise(() => undefined);
  return Promise.reject(
    Object.assign(new Error(answer.message), { code: answer.code }),
  );
}
