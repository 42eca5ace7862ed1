import { readFileSync } from 'node:fs';
import { createServer, request as requestHttp } from 'node:http';
import {
  createServer as createTlsServer,
  request as requestHttps,
} from 'node:https';
import { connect, createServer as createTcpServer } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';

/** Last two digits of the sandbox's ports; what is no HTTP that may be changed passes as it is. */
const http = {
  github: '01',
  gitlab: '02',
  azure: '03',
  'kubernetes-dev': '04',
  'kubernetes-prod': '05',
  sentry: '06',
  matomo: '07',
  grafana: '08',
  upptime: '11',
  tipimail: '12',
  nextcloud: '13',
  office365: '14',
};
const passed = ['09', '10'];

/**
 * Stands between a synthetic fleet and the sandbox: takes the mark off what is asked, so that the
 * sandbox answers in full about one of its 25 applications, and counts the calls.
 *
 * @param options - ports begin with `from`; those of the sandbox with `to`
 * @returns `counts` by upstream, which may be emptied, and `stop`
 */
export async function startUpstreamProxies({ from, to, tlsDir }) {
  const counts = {};
  const tls = {
    key: readFileSync(join(tlsDir, 'server-key.pem')),
    cert: readFileSync(join(tlsDir, 'server.pem')),
    ca: readFileSync(join(tlsDir, 'ca.pem')),
  };
  const unmarked = text =>
    text
      .replace(/[-_]c\d{5}/g, '')
      .replace(/(idSite(?:=|%3D))\d+0(\d\d)(?!\d)/g, '$1$2');

  const forward = (id, suffix) => async (incoming, outgoing) => {
    counts[id] = (counts[id] ?? 0) + 1;
    const body = await buffer(incoming);
    const sent = Buffer.from(unmarked(body.toString('latin1')), 'latin1');
    const options = {
      host: '127.0.0.1',
      port: Number(`${to}${suffix}`),
      method: incoming.method,
      path: unmarked(incoming.url),
      headers: {
        ...incoming.headers,
        host: `127.0.0.1:${to}${suffix}`,
        ...(sent.length > 0 && { 'content-length': sent.length }),
      },
      ca: tls.ca,
    };
    const ask = id === 'azure' ? requestHttps : requestHttp;
    const asked = ask(options, async answer => {
      // Addresses of the sandbox lead past this proxy; these here are as long.
      const moved = text =>
        text.replaceAll(`127.0.0.1:${to}`, `127.0.0.1:${from}`);
      outgoing.writeHead(
        answer.statusCode,
        Object.fromEntries(
          Object.entries(answer.headers).map(([name, value]) => [
            name,
            moved(String(value)),
          ]),
        ),
      );
      outgoing.end(
        Buffer.from(moved((await buffer(answer)).toString('latin1')), 'latin1'),
      );
    });
    asked.on('error', () => outgoing.destroy());
    asked.end(sent);
  };
  const servers = Object.entries(http).map(([id, suffix]) => ({
    suffix,
    server:
      id === 'azure'
        ? createTlsServer(tls, forward(id, suffix))
        : createServer(forward(id, suffix)),
  }));
  for (const suffix of passed) {
    const server = createTcpServer(socket => {
      const upstream = connect(Number(`${to}${suffix}`), '127.0.0.1');
      socket.pipe(upstream).pipe(socket);
      for (const one of [socket, upstream]) {
        one.on('error', () => {
          socket.destroy();
          upstream.destroy();
        });
      }
    });
    servers.push({ suffix, server });
  }
  await Promise.all(
    servers.map(
      ({ suffix, server }) =>
        new Promise((listening, failed) => {
          server.once('error', failed);
          server.listen(Number(`${from}${suffix}`), '127.0.0.1', listening);
        }),
    ),
  );
  return {
    counts,
    stop() {
      for (const { server } of servers) {
        server.close();
        server.closeAllConnections?.();
      }
    },
  };
}
