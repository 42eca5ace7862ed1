import type { Settings } from './settings';

export interface MonthlyVisits {
  /** « novembre 2026 » */
  month: string;
  count: number;
}

const months = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** Les visites des douze derniers mois, le plus récent d'abord ; le site Matomo doit être ouvert à la lecture anonyme. */
export async function readMonthlyVisits({ url, siteId }: NonNullable<Settings['matomo']>): Promise<MonthlyVisits[]> {
  const query = new URLSearchParams({
    module: 'API',
    method: 'VisitsSummary.getVisits',
    idSite: siteId,
    period: 'month',
    date: 'last12',
    format: 'json',
  });
  const response = await fetch(`${url}/index.php?${query}`, {
    signal: AbortSignal.timeout(3_000),
    next: { revalidate: 3_600 },
  });
  if (!response.ok) throw new Error(`Matomo a répondu ${response.status}`);
  return toMonthlyVisits(await response.json());
}

/** Matomo répond `{ "2026-11": 12 }`, et dit une erreur avec un code 200. */
export function toMonthlyVisits(answer: unknown): MonthlyVisits[] {
  if (typeof answer !== 'object' || answer === null || 'result' in answer) {
    throw new Error('Matomo refuse de donner les visites de ce site');
  }
  return Object.entries(answer)
    .filter((entry): entry is [string, number] => /^\d{4}-\d{2}$/.test(entry[0]) && typeof entry[1] === 'number')
    .sort(([a], [b]) => b.localeCompare(a))
    .map(([month, count]) => ({ month: months.format(new Date(`${month}-01T00:00:00Z`)), count }));
}
