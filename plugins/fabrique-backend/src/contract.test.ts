import { existsSync, readdirSync } from 'fs';
import { resolve } from 'path';
import { integrationIds } from '@socialgouv/backstage-plugin-fabrique-common';
import { providerFactories } from './integrations';

const root = resolve(__dirname, '../../..');
const folderOf = (path: string) => resolve(root, path, 'src/integrations');
const foldersIn = (path: string) =>
  readdirSync(folderOf(path), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
const ids = [...integrationIds].sort();

describe('the services of the suite', () => {
  it('have a provider each', () => {
    expect(Object.keys(providerFactories).sort()).toEqual(ids);
  });

  it.each([
    'plugins/fabrique-node',
    'plugins/fabrique-backend',
    'plugins/fabrique-frontend',
  ])('have a folder each in %s, and there is no other', path => {
    expect(foldersIn(path)).toEqual(ids);
  });

  it.each(ids)('%s has a README, and a verdict with a test', id => {
    const node = folderOf(`plugins/fabrique-node`);
    const common = folderOf('plugins/fabrique-common');

    expect(existsSync(resolve(node, id, 'README.md'))).toBe(true);
    expect(existsSync(resolve(common, `${id}.ts`))).toBe(true);
    expect(existsSync(resolve(common, `${id}.test.ts`))).toBe(true);
  });

  it.each(ids)('%s has a counterpart in the sandbox', id => {
    expect(foldersIn('packages/sandbox')).toContain(id);
  });
});
