type Level = 'info' | 'warn' | 'error';

/** Écrit une ligne JSON sur la sortie standard. Ni secret ni donnée personnelle dans `fields`. */
export function log(level: Level, message: string, fields: Record<string, unknown> = {}): void {
  const line = JSON.stringify({ time: new Date().toISOString(), level, message, ...fields });
  process.stdout.write(`${line}\n`);
}

/** Ce qu'on garde d'une erreur dans les journaux : son nom, son code, son message et ceux de sa cause. */
export function toErrorFields(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: String(error) };
  const code = 'code' in error ? error.code : undefined;
  return {
    error: error.message || error.name,
    code,
    cause: error.cause instanceof Error ? error.cause.message : undefined,
  };
}
