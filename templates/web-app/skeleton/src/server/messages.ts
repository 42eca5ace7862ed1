import { connectDatabase } from './database';
import type { NewMessage } from './parseMessage';

export interface Message {
  id: string;
  author: string;
  body: string;
  createdAt: Date;
}

/** Les vingt messages les plus récents, et le nombre de tous. */
export async function readMessages(): Promise<{ messages: Message[]; total: number }> {
  const database = await connectDatabase();
  const [page, count] = await Promise.all([
    database.query<Message>(
      'SELECT id, author, body, created_at AS "createdAt" FROM messages ORDER BY created_at DESC, id DESC LIMIT 20',
    ),
    database.query<{ total: number }>('SELECT count(*)::int AS total FROM messages'),
  ]);
  return { messages: page.rows, total: count.rows[0]?.total ?? 0 };
}

export async function addMessage({ author, body }: NewMessage): Promise<void> {
  const database = await connectDatabase();
  await database.query('INSERT INTO messages (author, body) VALUES ($1, $2)', [author, body]);
}
