import { writeFileSync } from 'fs';
import { Entity } from '@backstage/catalog-model';
import { integrationIds } from '@socialgouv/backstage-plugin-fabrique-common';
import { startTestSandbox, TestSandbox } from '@socialgouv/fabrique-sandbox';
import { parse } from 'yaml';
import { ColumnName, columns } from './__testUtils__/failureTable/columns';
import { FailureTable } from './__testUtils__/failureTable/FailureTable';
import { formatFailureTable } from './__testUtils__/failureTable/formatFailureTable';
import { Cell } from './__testUtils__/failureTable/judgeReading';
import { readPortalConfig } from './__testUtils__/failureTable/readPortalConfig';

describe('the failure table', () => {
  let sandbox: TestSandbox;
  let table: FailureTable;
  const cells: Cell[] = [];

  beforeAll(async () => {
    sandbox = await startTestSandbox();
    const { control, github } = sandbox.urls;
    const file = await fetch(
      `${github}/raw/SocialGouv/domifa/main/catalog-info.yaml`,
    );
    table = new FailureTable({
      config: await readPortalConfig(sandbox.portPrefix),
      entity: parse(await file.text()) as Entity,
      control,
    });
  }, 60_000);

  afterAll(async () => {
    await sandbox.remove();
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
    '%s says each failure in its own words, and no other card breaks',
    async service => {
      for (const column of Object.keys(columns) as ColumnName[]) {
        cells.push(await table.readCell(service, column));
      }
      const own = cells.filter(cell => cell.service === service);
      expect(own.filter(({ faults }) => faults.length > 0)).toEqual([]);
    },
    60_000,
  );
});
