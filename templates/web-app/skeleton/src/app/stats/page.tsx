import type { Metadata } from 'next';
import { Page } from '@/components/Page';
import { toMessageCount } from '@/components/toMessageCount';
import { log, toErrorFields } from '@/server/log';
import { readMessages } from '@/server/messages';
import { readSettings } from '@/server/settings';
import { readMonthlyVisits } from '@/server/visits';

export const metadata: Metadata = { title: 'Statistiques' };
export const dynamic = 'force-dynamic';

export default async function Stats() {
  const { database, matomo } = readSettings();
  const [visits, messages] = await Promise.all([
    matomo ? orUndefined('visites illisibles', readMonthlyVisits(matomo)) : undefined,
    database ? orUndefined('messages illisibles', readMessages()) : undefined,
  ]);
  return (
    <Page title="Statistiques">
      <p className="fr-text--lead">L’usage du service, en toute transparence.</p>
      <h2>Visites</h2>
      {visits ? (
        <div className="fr-table fr-table--bordered">
          <table>
            <caption>Visites des douze derniers mois</caption>
            <thead>
              <tr>
                <th scope="col">Mois</th>
                <th scope="col">Visites</th>
              </tr>
            </thead>
            <tbody>
              {visits.map(({ month, count }) => (
                <tr key={month}>
                  <td>{month}</td>
                  <td>{count.toLocaleString('fr-FR')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <p>
          {matomo
            ? 'La mesure d’audience ne répond pas. Réessayez plus tard.'
            : 'L’audience n’est mesurée qu’en production.'}
        </p>
      )}
      <h2>Messages</h2>
      <p>
        {messages
          ? `${toMessageCount(messages.total)} sur les trente derniers jours.`
          : 'Le nombre de messages n’est pas disponible.'}
      </p>
    </Page>
  );
}

/** Une statistique qui manque n'empêche pas de lire les autres. */
async function orUndefined<T>(failure: string, promise: Promise<T>): Promise<T | undefined> {
  try {
    return await promise;
  } catch (error) {
    log('warn', failure, toErrorFields(error));
    return undefined;
  }
}
