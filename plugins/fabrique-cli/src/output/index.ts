import { LintedFile } from '../lint/lintFiles';
import { toGithubOutput } from './toGithubOutput';
import { toJsonOutput } from './toJsonOutput';
import { toTextOutput } from './toTextOutput';

/** Writes what was found, in the reader's language. */
export type Output = (files: LintedFile[], language: string) => string;

/** What `--format` takes. */
export const outputs: Record<string, Output> = {
  text: toTextOutput,
  json: toJsonOutput,
  github: toGithubOutput,
};
