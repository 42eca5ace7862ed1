import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { Tile } from '@codegouvfr/react-dsfr/Tile';
import { MessageForm } from '@/components/MessageForm';
import { MessageList } from '@/components/MessageList';
import { toMessageCount } from '@/components/toMessageCount';
import { log, toErrorFields } from '@/server/log';
import { readMessages } from '@/server/messages';
import { readSettings } from '@/server/settings';
import service from '../../service.json';
import styles from './page.module.css';

// Chaque visite lit la base et l'environnement du moment.
export const dynamic = 'force-dynamic';

export default function Home() {
  return (
    <>
      <div className={styles.hero}>
        <div className="fr-container fr-py-6w">
          <div className="fr-grid-row">
            <div className="fr-col-12 fr-col-lg-8">
              <h1>{service.title}</h1>
              <p className="fr-text--lead fr-mb-0">{service.description}</p>
            </div>
          </div>
        </div>
      </div>
      <div className="fr-container fr-py-6w">
        <Messages />
        <h2 className="fr-mt-6w">En savoir plus</h2>
        <div className="fr-grid-row fr-grid-row--gutters">
          {tiles.map(({ title, desc, href }) => (
            <div className="fr-col-12 fr-col-md-4" key={href}>
              <Tile title={title} titleAs="h3" desc={desc} linkProps={{ href }} orientation="horizontal" small />
            </div>
          ))}
        </div>
      </div>
    </>
  );
}

const tiles = [
  { title: 'Statistiques', desc: 'La fréquentation et l’usage du service', href: '/stats' },
  { title: 'Accessibilité', desc: 'L’état de conformité au RGAA, et comment nous joindre', href: '/accessibilite' },
  { title: 'Vos données', desc: 'Ce que nous gardons, pourquoi, et combien de temps', href: '/politique-confidentialite' },
];

async function Messages() {
  const { database, writable } = readSettings();
  if (!database) {
    return (
      <Alert
        severity="info"
        title="Aucune base de données n’est configurée"
        description="Les messages s’afficheront ici dès que les variables PGHOST, PGUSER, PGPASSWORD et PGDATABASE seront renseignées."
      />
    );
  }
  const answer = await readMessages().catch(error => {
    log('error', 'messages illisibles', toErrorFields(error));
    return undefined;
  });
  if (!answer) {
    return (
      <Alert
        severity="error"
        title="Les messages sont momentanément indisponibles"
        description="La base de données ne répond pas. Réessayez dans quelques minutes."
      />
    );
  }
  return (
    <div className="fr-grid-row fr-grid-row--gutters">
      <div className="fr-col-12 fr-col-lg-5">
        <h2>Laisser un message</h2>
        {writable ? (
          <MessageForm />
        ) : (
          <p>En production, cette page de démonstration est en lecture seule.</p>
        )}
      </div>
      <div className="fr-col-12 fr-col-lg-6 fr-col-offset-lg-1">
        <h2>{answer.total === 0 ? 'Aucun message' : toMessageCount(answer.total)}</h2>
        <MessageList messages={answer.messages} />
      </div>
    </div>
  );
}
