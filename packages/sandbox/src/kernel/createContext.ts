import { EventEmitter } from 'events';
import { mkdirSync } from 'fs';
import { join } from 'path';
import { DocumentStore } from './DocumentStore';
import { SandboxContext, SandboxEvents } from './Facade';
import { UpstreamId, portSuffixes, toUrl } from './ports';

/** Makes what every facade gets, over one data folder and one port prefix. */
export function createContext(options: {
  dataDir: string;
  portPrefix: number;
  log(line: string): void;
}): SandboxContext {
  const { dataDir, portPrefix, log } = options;
  const stores = new Map<string, unknown>();
  const ids = Object.keys(portSuffixes) as UpstreamId[];

  // Over a restart too: time does not go back.
  const clock = new DocumentStore<{ offset: number }>(
    join(dataDir, 'documents', 'clock.json'),
  );
  let offset = clock.get('clock')?.offset ?? 0;

  return {
    dataDir(facade) {
      const directory = join(dataDir, facade);
      mkdirSync(directory, { recursive: true });
      return directory;
    },
    urls: Object.fromEntries(
      ids.map(id => [id, toUrl(id, portPrefix)]),
    ) as Record<UpstreamId, string>,
    documents<T extends object>(name: string) {
      // One store per file: two would overwrite one another's changes.
      const known = stores.get(name) as DocumentStore<T> | undefined;
      if (known) return known;
      const store = new DocumentStore<T>(
        join(dataDir, 'documents', `${name}.json`),
      );
      stores.set(name, store);
      return store;
    },
    events: new EventEmitter<SandboxEvents>(),
    deployment: {},
    now: () => new Date(Date.now() + offset),
    advance(milliseconds) {
      offset += milliseconds;
      clock.put('clock', { offset });
    },
    log,
  };
}
