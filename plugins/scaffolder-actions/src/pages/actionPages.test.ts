import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'fs';
import { join, resolve } from 'path';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { createFabriqueActions } from '../createFabriqueActions';
import { createKernel } from '../createKernel';
import {
  DescribedAction,
  toActionIndex,
  toActionPage,
  toFileName,
} from './toActionPage';
import { Fields } from './withTitles';

const folder = resolve(__dirname, '../../../../docs/actions');

function listActions(): DescribedAction[] {
  const services = {
    auditor: mockServices.auditor.mock(),
    auth: mockServices.auth(),
    config: new ConfigReader({ fabrique: { preset: 'gen1-azure' } }),
    discovery: mockServices.discovery(),
    permissions: mockServices.permissions.mock(),
  };
  return createFabriqueActions({
    ...services,
    catalog: catalogServiceMock(),
    kernel: createKernel(services),
  })
    .map(action => action as DescribedAction)
    .sort((a, b) => a.id.localeCompare(b.id));
}

/** All fields with their paths, those inside of others too. */
function listFields(schema: Fields, path = ''): [string, Fields][] {
  const { properties = {}, items, anyOf = [] } = schema;
  return [
    ...Object.entries(properties).flatMap(([name, field]) => {
      const full = `${path}.${name}`;
      return [[full, field] as [string, Fields], ...listFields(field, full)];
    }),
    ...(items ? listFields(items, `${path}[]`) : []),
    ...anyOf.flatMap(one => listFields(one, path)),
  ];
}

describe('the manual of the actions', () => {
  const actions = listActions();
  const pages = new Map(
    actions.map(action => [toFileName(action.id), toActionPage(action)]),
  ).set('README.md', toActionIndex(actions));

  it('says what every field is, with two examples of each action', () => {
    for (const action of actions) {
      expect({ id: action.id, examples: action.examples?.length }).toEqual({
        id: action.id,
        examples: expect.any(Number),
      });
      expect(action.examples!.length).toBeGreaterThanOrEqual(2);
      expect(action.description).toMatch(/\.$/);
      const { input = {}, output = {} } = action.schema ?? {};
      const bare = [...listFields(input), ...listFields(output)].filter(
        ([, field]) => !field.title?.trim() || !field.description?.trim(),
      );
      expect([action.id, bare.map(([path]) => path)]).toEqual([action.id, []]);
    }
  });

  it('is as `yarn docs:actions` writes it', () => {
    if (process.env.WRITE_ACTION_PAGES) {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder);
      for (const [file, text] of pages) writeFileSync(join(folder, file), text);
    }
    expect(existsSync(folder) ? readdirSync(folder).sort() : []).toEqual(
      [...pages.keys()].sort(),
    );
    for (const [file, text] of pages) {
      expect(readFileSync(join(folder, file), 'utf8')).toBe(text);
    }
  });
});
