/*
 * The process that the kill table kills: the actions of the suite, the real ledger and the real catalog over
 * HTTP, and checkpoints in a file. Bundled, so that it starts in a moment.
 */
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'fs';
import { tmpdir } from 'os';
import { join } from 'path';
import {
  AuthService,
  DiscoveryService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { CatalogClient } from '@backstage/catalog-client';
import { ConfigReader } from '@backstage/config';
import { ActionContext } from '@backstage/plugin-scaffolder-node';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { JsonObject, JsonValue } from '@backstage/types';
import { createFabriqueActions } from '../../createFabriqueActions';
import { createKernel } from '../../createKernel';
import { TaskPaused } from '../../ensure';
import { PostgresFault, watchCalls } from './calls';
import { ProcessSettings, StepMessage, StepOutcome } from './taskMessages';

const person = 'user:default/camille.martin';
const credentials = { $$type: '@backstage/BackstageCredentials' as const };

let settings: ProcessSettings;
let calls: string[] = [];
let current: StepMessage | undefined;

function countCall(call: string): void {
  calls.push(call);
  if (calls.length === current?.killAfter) process.kill(process.pid, 'SIGKILL');
}

let faultsPassed = 0;

function takeFault(call: string): PostgresFault | undefined {
  const fault = current?.postgresFault;
  if (fault?.call !== call) return undefined;
  faultsPassed += 1;
  return faultsPassed === fault.after + 1 ? fault : undefined;
}

watchCalls(countCall, takeFault);

const { setTimeout: startTimer } = globalThis;
/** Nobody waits a second before Azure is asked again; for an answer that never comes only where it is meant. */
globalThis.setTimeout = Object.assign(
  (callback: () => void, ms = 0, ...args: []) => {
    const isShort = ms < 500 || (ms >= 5_000 && !current?.isHurried);
    return startTimer(callback, isShort ? ms : ms / 10, ...args);
  },
  startTimer,
);

process.on(
  'message',
  async (message: ProcessSettings | StepMessage | 'list') => {
    if (message === 'list') {
      process.send!(createActions().map(({ id }) => id));
      return;
    }
    if ('plugins' in message) {
      settings = message;
      return;
    }
    process.send!(await runStep(message));
  },
);
process.on('disconnect', () => process.exit());

/** Each step has actions of its own, as in a portal that has just been started. */
async function runStep(step: StepMessage): Promise<StepOutcome> {
  calls = [];
  faultsPassed = 0;
  current = step;
  const outcome: StepOutcome = { outputs: {}, log: [], calls };
  try {
    const action = createActions().find(({ id }) => id === step.actionId);
    if (!action) throw new Error(`No action ${step.actionId}`);
    await action.handler(createContext(step, outcome) as never);
  } catch (error) {
    outcome.error = error instanceof Error ? error.message : String(error);
    if (error instanceof TaskPaused) outcome.isPaused = true;
  }
  return outcome;
}

function createActions() {
  const { plugins, ca } = settings;
  const config = new ConfigReader(settings.config);
  const discovery: DiscoveryService = {
    getBaseUrl: async id => plugins[id as keyof typeof plugins].baseUrl,
    getExternalBaseUrl: async () => '',
  };
  const auth = {
    getOwnServiceCredentials: async () => credentials,
    getPluginRequestToken: async ({
      targetPluginId,
    }: {
      targetPluginId: string;
    }) => ({ token: plugins[targetPluginId as keyof typeof plugins].token }),
  } as unknown as AuthService;
  const kernel = createKernel({
    auditor: {
      createEvent: async () => ({
        success: async () => undefined,
        fail: async () => undefined,
      }),
    },
    auth,
    config,
    discovery,
    permissions: {
      authorize: async (requests: unknown[]) =>
        requests.map(() => ({ result: 'ALLOW' })),
      authorizeConditional: async () => [],
    } as never,
  });
  const catalog = createCatalog(
    new CatalogClient({ discoveryApi: discovery }),
    plugins.catalog.token,
  );
  return createFabriqueActions({
    config,
    catalog,
    auth,
    kernel,
    // Nobody waits a quarter of an hour for a table.
    azure: { ca, longTimeoutMs: 60_000 },
  });
}

/** The catalog's client with a token in place of credentials: its last argument. */
function createCatalog(client: CatalogClient, token: string): CatalogService {
  return new Proxy(client, {
    get:
      (target, name: keyof CatalogClient) =>
      (...args: unknown[]) =>
        (target[name] as (...all: unknown[]) => unknown)(...args.slice(0, -1), {
          token,
        }),
  }) as unknown as CatalogService;
}

function createContext(
  { taskId, input, workspacePath, checkpointFile }: StepMessage,
  { outputs, log }: StepOutcome,
): ActionContext<JsonObject, JsonObject> {
  const line = (message: string) => void log.push(...message.split('\n'));
  const logger: LoggerService = {
    info: line,
    warn: line,
    error: line,
    debug: () => undefined,
    child: () => logger,
  };
  return {
    input,
    logger,
    workspacePath,
    task: { id: taskId },
    user: { ref: person },
    output: (name, value) => {
      if (value !== undefined) outputs[name] = value;
    },
    async checkpoint<T extends JsonValue | void>(checkpoint: {
      key: string;
      fn: () => Promise<T> | T;
    }) {
      const stored = readCheckpoints(checkpointFile);
      if (checkpoint.key in stored) return stored[checkpoint.key] as T;
      const value = await checkpoint.fn();
      storeCheckpoint(checkpointFile, checkpoint.key, value ?? {});
      countCall(`checkpoint ${checkpoint.key}`);
      return value;
    },
    createTemporaryDirectory: async () =>
      mkdtempSync(join(tmpdir(), 'fabrique-step-')),
    getInitiatorCredentials: async () => credentials as never,
  };
}

function readCheckpoints(file: string): JsonObject {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

/** As a whole or not at all, like a transaction. */
function storeCheckpoint(file: string, key: string, value: JsonValue): void {
  const text = JSON.stringify({ ...readCheckpoints(file), [key]: value });
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}
