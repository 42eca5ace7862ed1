import { subscribe, unsubscribe } from 'diagnostics_channel';
import { Socket } from 'net';

/** What this process spoke to, or looked up. */
export interface Peers {
  hosts: Set<string>;
  ports: Set<number>;
}

/** Notes every host and port that this process connects to while `run` runs, whatever library does it. */
export async function watchPeers(run: () => Promise<unknown>): Promise<Peers> {
  const peers: Peers = { hosts: new Set(), ports: new Set() };
  const watch = (message: unknown) => {
    const { socket } = message as { socket: Socket };
    socket.on('lookup', (_error, _address, _family, host) =>
      peers.hosts.add(host),
    );
    socket.on('connectionAttempt', (_ip, port) => peers.ports.add(port));
  };
  subscribe('net.client.socket', watch);
  try {
    await run();
  } finally {
    unsubscribe('net.client.socket', watch);
  }
  return peers;
}
