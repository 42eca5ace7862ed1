// `npm run migrate` : applique les migrations sans démarrer l'application, qui le fait sinon d'elle-même.
import { Client } from 'pg';
import { toConnectionConfig } from './connection.mjs';
import { migrate } from './migrate.mjs';

const client = new Client(toConnectionConfig(process.env));
await client.connect();
try {
  const applied = await migrate(client, new URL('./migrations', import.meta.url).pathname);
  console.log(JSON.stringify({ level: 'info', message: 'migrations appliquées', applied }));
} finally {
  await client.end();
}
