import { localize } from '@socialgouv/backstage-plugin-fabrique-common';
import { lintFiles } from '../lint/lintFiles';
import { Output } from '../output';
import { readSources, UnreadablePath } from './readSources';

/** What a command writes, and to which exit code it comes. */
export interface CommandResult {
  output: string;
  errors: string[];
  exitCode: 0 | 1 | 2;
}

/** Checks files: exit code 1 when something is wrong in them, 2 when one cannot be read. */
export async function lint(
  paths: string[],
  { write, language }: { write: Output; language: string },
): Promise<CommandResult> {
  const { sources, unreadable } = await readSources(paths);
  const files = lintFiles(sources);
  const isWrong = files.some(({ findings }) => findings.length > 0);
  const errors = unreadable.map(one => describeUnreadable(one, language));
  const isNothing = sources.length === 0 && errors.length > 0;
  return {
    output: isNothing ? '' : write(files, language),
    errors,
    exitCode: errors.length > 0 ? 2 : (Number(isWrong) as 0 | 1),
  };
}

function describeUnreadable(
  { path, reason }: UnreadablePath,
  language: string,
): string {
  return localize(
    reason === 'ENOENT'
      ? {
          en: `${path}: there is no such file, and no catalog-info.yaml below it.`,
          fr: `${path} : ce fichier n'existe pas, ni aucun catalog-info.yaml en dessous.`,
        }
      : {
          en: `${path}: cannot be read (${reason}).`,
          fr: `${path} : lecture impossible (${reason}).`,
        },
    language,
  );
}
