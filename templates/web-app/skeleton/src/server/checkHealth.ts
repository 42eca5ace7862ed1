export type CheckState = 'ok' | 'down' | 'not-configured';

export interface Health {
  status: 'ok' | 'down';
  checks: Record<string, CheckState>;
}

export interface Check {
  name: string;
  /** Absent quand la dépendance n'est pas configurée : l'application sait vivre sans elle. */
  run?: () => Promise<unknown>;
}

/** Lance les vérifications ensemble ; celle qui dépasse le délai compte pour un échec. */
export async function checkHealth(
  checks: Check[],
  timeoutMs: number,
  onFailure: (name: string, error: unknown) => void,
): Promise<Health> {
  const states = await Promise.all(
    checks.map(async ({ name, run }): Promise<[string, CheckState]> => {
      if (!run) return [name, 'not-configured'];
      try {
        await withTimeout(run(), timeoutMs);
        return [name, 'ok'];
      } catch (error) {
        onFailure(name, error);
        return [name, 'down'];
      }
    }),
  );
  const down = states.some(([, state]) => state === 'down');
  return { status: down ? 'down' : 'ok', checks: Object.fromEntries(states) };
}

async function withTimeout<T>(promise: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`pas de réponse en ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
