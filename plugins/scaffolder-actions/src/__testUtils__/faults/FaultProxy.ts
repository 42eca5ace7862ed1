import { createServer, request, Server, ServerResponse } from 'http';
import { AddressInfo } from 'net';

/** The answer of one request, in place of the server's own. */
export interface ProxyFault {
  method: string;
  /** Found in the address, as a regular expression. */
  path: RegExp;
  /** So many such requests get their answer first. */
  after: number;
  fault: {
    kind: string;
    status?: number;
    headers?: Record<string, string>;
    body?: unknown;
  };
}

/** Stands before the portal's own backend, whose ledger and catalog may fail as any system. */
export class FaultProxy {
  readonly #server: Server;
  #fault?: ProxyFault;

  static async start(targetPort: number): Promise<FaultProxy> {
    const proxy = new FaultProxy(targetPort);
    await new Promise<void>(resolve => {
      proxy.#server.listen(0, '127.0.0.1', resolve);
    });
    return proxy;
  }

  private constructor(targetPort: number) {
    this.#server = createServer((incoming, response) => {
      const { method = 'GET', url = '/', headers } = incoming;
      if (this.#take(method, url, response)) return;
      const forwarded = request(
        { host: '127.0.0.1', port: targetPort, method, path: url, headers },
        answer => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(response);
        },
      );
      // The caller sees a broken connection, as it is.
      forwarded.on('error', () => response.destroy());
      incoming.pipe(forwarded);
    });
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  set(fault: ProxyFault): void {
    this.#fault = { ...fault };
  }

  /** @returns whether nobody met the fault. */
  clear(): boolean {
    const isUnmet = this.#fault !== undefined;
    this.#fault = undefined;
    return isUnmet;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  #take(method: string, url: string, response: ServerResponse): boolean {
    const order = this.#fault;
    if (order?.method !== method || !order.path.test(url)) return false;
    if (order.after > 0) {
      order.after -= 1;
      return false;
    }
    this.#fault = undefined;
    const { kind, status = 500, headers, body } = order.fault;
    if (kind === 'hang') return true;
    response.writeHead(status, {
      'content-type': 'application/json',
      ...headers,
    });
    response.end(JSON.stringify(body));
    return true;
  }
}
