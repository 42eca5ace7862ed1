import { describeFileFinding } from '../lint/FileFinding';
import { LintedFile } from '../lint/lintFiles';

/** For programs: a list of findings. */
export function toJsonOutput(files: LintedFile[], language: string): string {
  const findings = files.flatMap(file =>
    file.findings.map(finding => ({
      file: file.path,
      line: finding.line,
      column: finding.column,
      code: finding.code,
      message: describeFileFinding(finding, language),
      rightForm: finding.rightForm,
    })),
  );
  return JSON.stringify(findings, undefined, 2);
}
