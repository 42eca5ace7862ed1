// Tâche planifiée : supprime les messages plus vieux que MESSAGES_RETENTION_DAYS (30 jours sinon).
import { Client } from 'pg';
import { toConnectionConfig } from './connection.mjs';

const days = Number(process.env.MESSAGES_RETENTION_DAYS || 30);
if (!Number.isInteger(days) || days < 1) {
  throw new Error('MESSAGES_RETENTION_DAYS doit être un nombre entier de jours, 1 au moins');
}
const client = new Client(toConnectionConfig(process.env));
await client.connect();
try {
  const { rowCount } = await client.query(
    'DELETE FROM messages WHERE created_at < now() - make_interval(days => $1)',
    [days],
  );
  console.log(JSON.stringify({ level: 'info', message: 'messages supprimés', count: rowCount, days }));
} finally {
  await client.end();
}
