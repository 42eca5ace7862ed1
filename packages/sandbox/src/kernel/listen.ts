import { RequestListener, Server, createServer } from 'http';
import { createServer as createTlsServer } from 'https';
import { connect } from 'net';
import { UpstreamId } from './ports';

/** A server that listens, and how to end it. */
export interface Listening {
  close(): Promise<void>;
}

/** Serves one system on loopback. Throws a sentence that names the port when it is taken. */
export async function listen(options: {
  id: UpstreamId;
  port: number;
  handler: RequestListener;
  tls?: { key: string; cert: string };
}): Promise<Listening> {
  const { id, port, handler, tls } = options;
  const server: Server = tls
    ? createTlsServer(tls, handler)
    : createServer(handler);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE' ? new Error(portTaken(id, port)) : error,
      ),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Throws a sentence that names the port when something answers on it. */
export async function ensurePortFree(
  id: UpstreamId,
  port: number,
): Promise<void> {
  const isTaken = await new Promise<boolean>(resolve => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
  if (isTaken) throw new Error(portTaken(id, port));
}

function portTaken(id: UpstreamId, port: number): string {
  return `Port ${port}, which the sandbox needs for ${id}, is taken by another program: stop that program, or set SANDBOX_PORT_PREFIX to another prefix.`;
}
