import { ConflictError } from '@backstage/errors';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { startTestLedger, TestLedger } from '../__testUtils__/startTestLedger';
import { TaskDouble } from '../__testUtils__/TaskDouble';
import { createCatalogComponentEnsureAction } from './createCatalogComponentEnsureAction';

const catalogInfoUrl =
  'https://github.com/SocialGouv/mon-app/blob/main/catalog-info.yaml';
const input = { entityRef: 'component:default/mon-app', catalogInfoUrl };

const component = (origin: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'mon-app',
    annotations: { 'backstage.io/managed-by-origin-location': origin },
  },
});

/** A catalog that reads a file at the third question after its registration. */
function createSlowCatalog(addLocation: () => Promise<never>) {
  let registered = false;
  let questions = 0;
  return catalogServiceMock.mock({
    async addLocation() {
      registered = true;
      return addLocation();
    },
    async getEntityByRef() {
      if (!registered) return undefined;
      questions += 1;
      return questions < 3 ? undefined : component(`url:${catalogInfoUrl}`);
    },
  });
}

describe('fabrique:catalog:component:ensure', () => {
  let ledger: TestLedger;
  beforeAll(async () => {
    ledger = await startTestLedger();
  });
  afterAll(() => ledger?.stop());

  const createAction = (catalog: CatalogService) =>
    createCatalogComponentEnsureAction({
      kernel: ledger.kernel,
      config: new ConfigReader({}),
      catalog,
    });

  it.each([
    ['a new file', async () => ({} as never)],
    [
      'a file that an earlier try registered',
      async () => {
        throw new ConflictError('Location already exists');
      },
    ],
  ])('registers %s and waits until the component is there', async (_, add) => {
    const catalog = createSlowCatalog(add);
    const action = createAction(catalog);

    await expect(new TaskDouble('new').run(action, input)).resolves.toEqual({
      entityRef: 'component:default/mon-app',
    });
    expect(catalog.addLocation).toHaveBeenCalledTimes(1);
  });

  it('does nothing for a component that is there, and nothing in a dry run', async () => {
    const present = catalogServiceMock.mock({
      getEntityByRef: async () => component(`url:${catalogInfoUrl}`),
    });
    const task = new TaskDouble('present');
    await task.run(createAction(present), input);
    expect(present.addLocation).not.toHaveBeenCalled();
    expect(task.log.join('\n')).toMatch(/nothing +component:default\/mon-app/);

    const absent = catalogServiceMock.mock({
      getEntityByRef: async () => undefined,
    });
    await new TaskDouble('dry').run(createAction(absent), input, {
      isDryRun: true,
    });
    expect(absent.addLocation).not.toHaveBeenCalled();
  });

  it('refuses a component of another repository', async () => {
    const catalog = catalogServiceMock.mock({
      getEntityByRef: async () =>
        component(
          'url:https://github.com/SocialGouv/other/blob/main/catalog-info.yaml',
        ),
    });
    await expect(
      new TaskDouble('other').run(createAction(catalog), input),
    ).rejects.toThrow(
      /from url:https:\/\/github.com\/SocialGouv\/other.*another name/,
    );
    expect(catalog.addLocation).not.toHaveBeenCalled();
  });
});
