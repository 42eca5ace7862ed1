import { FileFinding } from './FileFinding';
import { DescribedEntity, lintText } from './lintText';

/**
 * A file to be checked.
 *
 * @public
 */
export interface SourceFile {
  path: string;
  text: string;
}

/**
 * What is wrong in one file.
 *
 * @public
 */
export interface LintedFile {
  path: string;
  /** In the order of the file. */
  findings: FileFinding[];
}

/**
 * Checks files, each by itself and for entities that two of them describe. Reads nothing else and asks
 * nobody.
 *
 * @public
 */
export function lintFiles(files: SourceFile[]): LintedFile[] {
  const first = new Map<string, string>();
  return files.map(({ path, text }) => {
    const { findings, entities } = lintText(text);
    const twice = entities.flatMap(entity => findTwice(path, entity, first));
    return {
      path,
      findings: [...findings, ...twice].sort((a, b) => a.line - b.line),
    };
  });
}

function findTwice(
  path: string,
  { ref, line, column }: DescribedEntity,
  first: Map<string, string>,
): FileFinding[] {
  const place = first.get(ref);
  if (!place) {
    first.set(ref, `${path}:${line}`);
    return [];
  }
  return [{ code: 'same-ref', line, column, params: { ref, place } }];
}
