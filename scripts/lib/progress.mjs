import { t } from './language.mjs';

const HEARTBEAT_MS = 8_000;
const startedAt = Date.now();

/** Seconds, or minutes and seconds: "4.2 s", "2 min 05 s". */
export function formatDuration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 10) {
    return `${t(seconds.toFixed(1).replace('.', ','), seconds.toFixed(1))} s`;
  }
  if (seconds < 60) return `${Math.round(seconds)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(
    2,
    '0',
  )} s`;
}

// A terminal that is closed must not keep us from stopping in order.
process.stdout.on('error', () => {});

/** One line for the person. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** Time since the command began. */
export function elapsed() {
  return formatDuration(Date.now() - startedAt);
}

/**
 * Runs one step: says what it does and how long it usually takes, repeats every few seconds that it
 * is still at it and with what, and says how long it took.
 *
 * @param title - what is being done
 * @param usual - usual duration, in words; left out for steps that are short
 * @param run - receives `report(detail)`, whose last value the heartbeat shows; a result with `failed` above 0 is marked so
 */
export async function step(title, usual, run) {
  const began = Date.now();
  let detail = '';
  say(`• ${title}${usual ? ` (${usual})` : ''}…`);
  const timer = setInterval(() => {
    const seconds = formatDuration(Date.now() - began);
    say(`  … ${seconds}${detail ? ` · ${detail}` : ''}`);
  }, HEARTBEAT_MS);
  try {
    const result = await run(next => {
      detail = toOneLine(next);
    });
    const mark = result?.failed > 0 ? '✗' : '✓';
    say(`  ${mark} ${formatDuration(Date.now() - began)}`);
    return result;
  } finally {
    clearInterval(timer);
  }
}

/** The text without colours and the spaces around it. */
export function toPlain(text) {
  // eslint-disable-next-line no-control-regex
  return text.replace(/\u001b\[[0-9;]*m/g, '').trim();
}

/** The text without colours, and no longer than a terminal is wide. */
function toOneLine(text) {
  const plain = toPlain(text);
  return plain.length > 110 ? `${plain.slice(0, 109)}…` : plain;
}
