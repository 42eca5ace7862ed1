import { writeFileSync } from 'fs';
import { integrationIds } from '@socialgouv/backstage-plugin-fabrique-common';
import { ColumnName, columns } from './__testUtils__/failureTable/columns';
import { FailureTable } from './__testUtils__/failureTable/FailureTable';
import { formatFailureTable } from './__testUtils__/failureTable/formatFailureTable';
import { Cell } from './__testUtils__/failureTable/judgeReading';
import { Services, startServices } from './__testUtils__/portal/startServices';

describe('the failure table', () => {
  let services: Services;
  let table: FailureTable;
  const cells: Cell[] = [];

  beforeAll(async () => {
    services = await startServices();
    table = new FailureTable(services, await services.readEntity('domifa'));
  }, 60_000);

  afterAll(async () => {
    await services?.stop();
    const file = process.env.FAILURE_TABLE_FILE;
    if (file) writeFileSync(file, formatFailureTable(cells));
  });

  it('starts from services that all answer', async () => {
    expect(await table.readHealthy()).toEqual(
      Object.fromEntries(integrationIds.map(id => [id, 'ok'])),
    );
  }, 60_000);

  it('would see a failure that is not the right one', async () => {
    const { faults } = await table.readCell('sentry', '401', {
      kind: 'status',
      status: 503,
    });
    expect(faults).toEqual([
      'not auth',
      expect.stringMatching(/^not \^Sentry refuse le jeton du portail/),
    ]);
  });

  it.each(integrationIds)(
    'case 1: %s says each failure in its own words, and no other card breaks',
    async service => {
      for (const column of Object.keys(columns) as ColumnName[]) {
        cells.push(await table.readCell(service, column));
      }
      const own = cells.filter(cell => cell.service === service);
      expect(own.filter(({ faults }) => faults.length > 0)).toEqual([]);
    },
    120_000,
  );
});
