import { lintFiles } from '@socialgouv/fabrique-cli';
import { fleet } from './fleet';
import { toCatalogFiles, toCatalogInfo } from './seedCatalog';

const githubUrl = 'http://127.0.0.1:7103';

describe('the catalog of the sandbox', () => {
  it('has nothing wrong in any of its files', () => {
    const files = [
      ...fleet.map(app => ({
        path: `${app.name}/catalog-info.yaml`,
        text: toCatalogInfo(app, githubUrl),
      })),
      ...Object.entries(toCatalogFiles(githubUrl))
        .filter(([path]) => path.endsWith('.yaml'))
        .map(([path, text]) => ({ path, text })),
    ];

    const wrong = lintFiles(files).filter(({ findings }) => findings.length);

    expect(files.length).toBeGreaterThan(fleet.length);
    expect(wrong).toEqual([]);
  });
});
