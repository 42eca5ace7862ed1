import { Refusal } from './Refusal.mjs';
import { t } from './language.mjs';
import { readLastLines } from './logFile.mjs';

/** What to say when a server of ours ended without being asked to: how, its last words, and what to do. */
export function endedByItself(name, { code, signal, error }, logFile) {
  const how = error?.message ?? signal ?? `code ${code}`;
  const lines = readLastLines(logFile, 40)
    .filter(line => !line.includes('rootHttpRouter'))
    .slice(-10)
    .map(line => `    ${line}`)
    .join('\n');
  return new Refusal(
    t(
      `${name} s'est arrêté tout seul (${how}) :\n${lines}\nJournal : ${logFile}. « npm start » le relance ; les données sont gardées.`,
      `${name} ended by itself (${how}):\n${lines}\nLog: ${logFile}. "npm start" starts it again; the data is kept.`,
    ),
  );
}
