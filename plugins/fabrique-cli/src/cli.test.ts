import { execFile } from 'child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import { join, resolve } from 'path';

const bin = resolve(__dirname, '../bin/fabrique');
const right = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: domifa
  annotations:
    sentry.io/project-slug: domifa-backend
`;
const wrong = right
  .replace('name: domifa', 'name: egapro')
  .replace('project-slug', 'project-slugs');
const misspelt = {
  fr: "Le portail ne lit pas `sentry.io/project-slugs`\u00a0: l'annotation s'appelle `sentry.io/project-slug`.",
  en: 'The portal does not read `sentry.io/project-slugs`: the annotation is called `sentry.io/project-slug`.',
};

// Each run of the source compiles it first.
jest.setTimeout(60_000);

describe('fabrique', () => {
  let cwd: string;

  beforeAll(() => {
    cwd = mkdtempSync(join(tmpdir(), 'fabrique-cli-'));
    for (const [path, text] of [
      ['catalog-info.yaml', right],
      ['packages/api/catalog-info.yml', wrong],
      ['packages/api/node_modules/x/catalog-info.yaml', 'nothing'],
      ['templates/app/catalog-info.yaml', '{% if x %}'],
      ['packages/x/skeleton/catalog-info.yaml', '{% if x %}'],
      ['systems.yaml', right.replace('Component', 'System')],
    ]) {
      mkdirSync(join(cwd, path, '..'), { recursive: true });
      writeFileSync(join(cwd, path), text);
    }
  });
  afterAll(() => rmSync(cwd, { recursive: true }));

  /** The command itself, as people run it. */
  const run = (args: string[], locale = 'fr_FR.UTF-8') =>
    new Promise<{ code: number; out: string; err: string }>(done => {
      const env = { PATH: process.env.PATH, LANG: locale };
      execFile(bin, args, { cwd, env }, (error, out, err) =>
        done({ code: error ? Number(error.code) : 0, out, err }),
      );
    });

  it('checks every catalog-info from here on, in the language of the terminal', async () => {
    const expected = (sentence: string, summary: string) => ({
      code: 1,
      out: `packages/api/catalog-info.yml:6:5  ${sentence}
    sentry.io/project-slug: domifa-backend
${summary}
`,
      err: '',
    });
    expect(await run(['lint'])).toEqual(
      expected(misspelt.fr, '1 problème dans 2 fichiers.'),
    );
    expect(await run(['lint', '.'], 'en_GB.UTF-8')).toEqual(
      expected(misspelt.en, '1 problem in 2 files.'),
    );
    expect(await run(['lint', '--lang', 'en', 'packages'])).toEqual(
      expected(misspelt.en, '1 problem in 1 file.'),
    );
  });

  it('takes files, folders and patterns, each file once', async () => {
    expect(
      await run(['lint', 'catalog-info.yaml', 'catalog-info.yaml', '*.yaml']),
    ).toEqual({ code: 0, out: '2 fichiers\u00a0: aucune erreur.\n', err: '' });
  });

  it('writes for programs, and for GitHub', async () => {
    const file = 'packages/api/catalog-info.yml';
    const { code, out } = await run(['lint', '--format=json', file]);
    expect([code, JSON.parse(out)]).toEqual([
      1,
      [
        {
          file,
          line: 6,
          column: 5,
          code: 'misspelt',
          message: misspelt.fr,
          rightForm: 'sentry.io/project-slug: domifa-backend',
        },
      ],
    ]);
    expect(await run(['lint', '--format', 'github', file])).toEqual({
      code: 1,
      out: `::error file=${file},line=6,col=5,title=catalog-info::${misspelt.fr}%0Asentry.io/project-slug: domifa-backend\n`,
      err: '',
    });
    expect(await run(['lint', '--format=github', 'systems.yaml'])).toEqual({
      code: 0,
      out: '',
      err: '',
    });
  });

  it('says what could not be checked, and ends with 2', async () => {
    expect(await run(['lint', 'systems.yaml', 'nowhere.yaml'])).toEqual({
      code: 2,
      out: '1 fichier\u00a0: aucune erreur.\n',
      err: "nowhere.yaml\u00a0: ce fichier n'existe pas, ni aucun catalog-info.yaml en dessous.\n",
    });
    expect(await run(['lint', 'none-*.yaml'], 'C')).toEqual({
      code: 2,
      out: '',
      err: 'none-*.yaml: there is no such file, and no catalog-info.yaml below it.\n',
    });
    for (const [args, reason] of [
      [[], 'Quelle commande\u00a0?'],
      [['check'], "Cette commande n'existe pas\u00a0: check"],
      [['lint', '--format=xml'], "Ce format n'existe pas\u00a0: xml"],
      [['lint', '--fix'], "Cette option n'est pas juste\u00a0: --fix"],
    ] as const) {
      const { code, out, err } = await run([...args]);
      expect([code, out, err.split('\n')[0]]).toEqual([2, '', reason]);
    }
  });

  it('explains itself and every annotation', async () => {
    const help = await run(['--help']);
    expect([help.code, help.err]).toEqual([0, '']);
    expect(help.out).toContain('fabrique lint');
    const { code, out } = await run(['annotations'], 'en_US');
    expect(code).toBe(0);
    expect(out).toContain('### `matomo.io/site-id`');
    expect(out).toContain('```yaml\nmatomo.io/site-id: "63"\n```');
  });
});
