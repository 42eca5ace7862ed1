import { createPostgresProvider } from '../integrations/azure-postgres/createPostgresProvider';
import { Facade, SandboxContext } from '../kernel/Facade';
import { startTestFacades, TestFacades } from '../testing/startTestFacades';
import { createAzurePortal } from './createAzurePortal';
import { toResourceId } from './identity';

/** The portal over the servers that the provider seeds; no Postgres is needed to look at them. */
function createPortal(context: SandboxContext): Facade {
  createPostgresProvider(context, {
    id: 'postgres',
    withSuperuser: () => Promise.reject(new Error('there is no Postgres')),
  });
  return createAzurePortal(context);
}

describe('createAzurePortal', () => {
  let facades: TestFacades;
  beforeAll(async () => {
    facades = await startTestFacades([createPortal]);
  });
  afterAll(() => facades.stop());

  const get = async (path: string) => {
    const response = await fetch(facades.context.urls['azure-portal'] + path);
    return { status: response.status, text: await response.text() };
  };
  const pageOf = (name: string) =>
    get(
      `/resource${toResourceId(
        `Microsoft.DBforPostgreSQL/flexibleServers/${name}`,
      )}/overview`,
    );

  it('leads from the address that the real portal has to the page of a resource', async () => {
    const { text } = await get('/');
    expect(text).toContain("location.replace('/resource'");
    const page = await pageOf('fabriqueprodserver');
    expect(page.status).toBe(200);
    expect(page.text).toContain('Standard_D4ds_v5');
    expect((await pageOf('nowhere')).status).toBe(404);
  });
});
