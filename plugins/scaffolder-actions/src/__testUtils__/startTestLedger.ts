import {
  mockServices,
  ServiceMock,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { AuditorService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
// The tests run the ledger that the portal runs.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import fabriquePlugin from '@socialgouv/backstage-plugin-fabrique-backend';
import { LedgerClient } from '@socialgouv/backstage-plugin-fabrique-node';
import { Knex } from 'knex';
import { EnsureKernel } from '../ensure';
import { Policy } from '../policy/Policy';

/** The fabrique backend with its ledger, and the kernel that writes there over HTTP. */
export interface TestLedger {
  kernel: EnsureKernel;
  auditor: ServiceMock<AuditorService>;
  stop(): Promise<void>;
}

/** @param options - `knex` is the database of the ledger; one in memory when left out */
export async function startTestLedger(
  options: {
    config?: JsonObject;
    entities?: Entity[];
    knex?: Knex;
    mayAdopt?: boolean;
  } = {},
): Promise<TestLedger> {
  const { config = {}, entities = [], knex, mayAdopt = false } = options;
  const backend = await startTestBackend({
    features: [
      fabriquePlugin,
      mockServices.rootConfig.factory({
        // The services of the page have no part in this.
        data: { fabrique: { preset: 'gen1-azure' } },
      }),
      catalogServiceMock.factory({ entities }),
      ...(knex ? [mockServices.database.factory({ knex })] : []),
    ],
  });
  const auditor = mockServices.auditor.mock();
  auditor.createEvent.mockImplementation(async () => ({
    success: async () => undefined,
    fail: async () => undefined,
  }));
  return {
    auditor,
    kernel: {
      ledger: LedgerClient.create({
        auth: mockServices.auth({ pluginId: 'scaffolder' }),
        discovery: {
          getBaseUrl: async id =>
            `http://127.0.0.1:${backend.server.port()}/api/${id}`,
          getExternalBaseUrl: async () => '',
        },
      }),
      policy: Policy.fromConfig(new ConfigReader(config)),
      opsGroup: 'group:default/sre',
      auditor,
      toUndoUrl: taskId => `https://portal.example/undo?${taskId}`,
      mayAdopt: async () => mayAdopt,
    },
    stop: () => backend.stop(),
  };
}
