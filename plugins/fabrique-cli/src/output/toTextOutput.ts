import { localize } from '@socialgouv/backstage-plugin-fabrique-common';
import { describeFileFinding } from '../lint/FileFinding';
import { LintedFile } from '../lint/lintFiles';

/** For people: a line that an editor can jump from, and below it what to write. */
export function toTextOutput(files: LintedFile[], language: string): string {
  const lines = files.flatMap(({ path, findings }) =>
    findings.flatMap(finding => [
      `${path}:${finding.line}:${finding.column}  ${describeFileFinding(
        finding,
        language,
      )}`,
      ...(finding.rightForm?.split('\n') ?? []).map(line => `    ${line}`),
    ]),
  );
  return [...lines, toSummary(files, language)].join('\n');
}

function toSummary(files: LintedFile[], language: string): string {
  const count = files.reduce((sum, { findings }) => sum + findings.length, 0);
  const inFiles = files.length;
  const texts = count
    ? {
        en: `${plural(count, 'problem')} in ${plural(inFiles, 'file')}.`,
        fr: `${plural(count, 'problème')} dans ${plural(inFiles, 'fichier')}.`,
      }
    : {
        en: `${plural(inFiles, 'file')}: nothing is wrong.`,
        fr: `${plural(inFiles, 'fichier')} : aucune erreur.`,
      };
  return localize(texts, language);
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count > 1 ? 's' : ''}`;
}
