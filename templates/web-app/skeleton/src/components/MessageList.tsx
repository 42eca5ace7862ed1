import type { Message } from '@/server/messages';

const dates = new Intl.DateTimeFormat('fr-FR', {
  dateStyle: 'long',
  timeStyle: 'short',
  timeZone: 'Europe/Paris',
});

export function MessageList({ messages }: { messages: Message[] }) {
  if (messages.length === 0) return <p>Soyez la première personne à en laisser un.</p>;
  return (
    <ul className="fr-raw-list">
      {messages.map(({ id, author, body, createdAt }) => (
        <li className="fr-mb-3w" key={id}>
          <p className="fr-mb-1v">
            <strong>{author}</strong>{' '}
            <span className="fr-hint-text">
              <time dateTime={createdAt.toISOString()}>{dates.format(createdAt)}</time>
            </span>
          </p>
          <p className="fr-mb-0">{body}</p>
        </li>
      ))}
    </ul>
  );
}
