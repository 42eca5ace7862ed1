import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Cases that every release must pass, by their numbers. */
const numbers = Array.from({ length: 15 }, (_, index) => index + 1);

const folders = ['packages', 'plugins', 'scripts'];
const testFile = /\.test\.(ts|tsx|mjs)$/;
const ignored = new Set(['node_modules', 'dist', 'dist-types', 'coverage']);

/**
 * Finds the tests of the numbered cases: those whose name begins with `case 5:`.
 *
 * @returns the tests of each number, each as its file and its name
 */
export function findCases(root) {
  const cases = new Map(numbers.map(number => [number, []]));
  for (const file of folders.flatMap(folder => listTests(join(root, folder)))) {
    const text = readFileSync(file, 'utf8');
    for (const match of text.matchAll(/(['"`])case (\d+): (.+?)\1/g)) {
      const found = cases.get(Number(match[2]));
      found?.push({ file: file.slice(root.length + 1), name: match[3] });
    }
  }
  return cases;
}

function listTests(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return ignored.has(entry.name) ? [] : listTests(path);
    return testFile.test(entry.name) ? [path] : [];
  });
}

/** The cases as text: each with its tests. */
export function formatCases(cases) {
  return [...cases]
    .map(([number, tests]) => {
      const lines = tests.map(({ file, name }) => `    ${name}\n      ${file}`);
      return [
        `case ${number}`,
        ...(lines.length ? lines : ['    ✗ no test']),
      ].join('\n');
    })
    .join('\n');
}
