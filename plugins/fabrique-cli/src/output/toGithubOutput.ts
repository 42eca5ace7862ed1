import { describeFileFinding } from '../lint/FileFinding';
import { LintedFile } from '../lint/lintFiles';

/**
 * For GitHub Actions, which shows each beside its line of the pull request.
 *
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#setting-an-error-message
 */
export function toGithubOutput(files: LintedFile[], language: string): string {
  return files
    .flatMap(file =>
      file.findings.map(finding => {
        const message = describeFileFinding(finding, language);
        const text = [message, finding.rightForm].filter(Boolean).join('\n');
        const place = `file=${escapeProperty(file.path)},line=${
          finding.line
        },col=${finding.column}`;
        return `::error ${place},title=catalog-info::${escapeData(text)}`;
      }),
    )
    .join('\n');
}

function escapeData(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
