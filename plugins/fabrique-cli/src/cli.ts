import { parseArgs } from 'util';
import { localize } from '@socialgouv/backstage-plugin-fabrique-common';
import { describeAnnotations } from './commands/annotations';
import { CommandResult, lint } from './commands/lint';
import { outputs } from './output';
import { readLanguage } from './readLanguage';
import { usage, usageErrors } from './usage';

const options = {
  format: { type: 'string', default: 'text' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/**
 * Runs the command `fabrique`: writes to the terminal what it finds, and gives the exit code.
 *
 * @param args - what follows the name of the command
 *
 * @public
 */
export async function runCli(
  args: string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<number> {
  const { output, errors, exitCode } = await run(args, env);
  if (output) process.stdout.write(`${output}\n`);
  for (const error of errors) process.stderr.write(`${error}\n`);
  return exitCode;
}

async function run(
  args: string[],
  env: NodeJS.ProcessEnv,
): Promise<CommandResult> {
  let language = readLanguage(env);
  const refuse = (error: string): CommandResult => ({
    output: '',
    errors: [error, localize(usage, language)],
    exitCode: 2,
  });

  let parsed;
  try {
    parsed = parseArgs({ args, options, allowPositionals: true });
  } catch (error) {
    const [option = ''] = /--?[\w-]+/.exec((error as Error).message) ?? [];
    return refuse(`${localize(usageErrors.option, language)} ${option}`);
  }
  const { values, positionals } = parsed;
  const [command, ...paths] = positionals;
  language = values.lang ?? language;
  if (values.help || !command) {
    const isAsked = Boolean(values.help);
    return isAsked
      ? { output: localize(usage, language), errors: [], exitCode: 0 }
      : refuse(localize(usageErrors.noCommand, language));
  }
  if (command === 'annotations') {
    return { output: describeAnnotations(language), errors: [], exitCode: 0 };
  }
  if (command !== 'lint') {
    return refuse(`${localize(usageErrors.command, language)} ${command}`);
  }
  if (!Object.hasOwn(outputs, values.format)) {
    return refuse(`${localize(usageErrors.format, language)} ${values.format}`);
  }
  const write = outputs[values.format];
  return lint(paths.length ? paths : ['.'], { write, language });
}
