import { Alert } from '@codegouvfr/react-dsfr/Alert';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Page } from '@/components/Page';
import { UploadForm } from '@/components/UploadForm';
import { listFiles, type StoredFile } from '@/server/files';
import { log, toErrorFields } from '@/server/log';
import { readSettings } from '@/server/settings';

export const metadata: Metadata = { title: 'Fichiers' };
export const dynamic = 'force-dynamic';

export default async function Files() {
  const { storage, writable } = readSettings();
  if (!storage) notFound();
  const files = await listFiles().catch(error => {
    log('error', 'fichiers illisibles', toErrorFields(error));
    return undefined;
  });
  return (
    <Page title="Fichiers">
      {writable ? <UploadForm /> : <p>En production, cette page de démonstration est en lecture seule.</p>}
      <h2 className="fr-mt-6w">Fichiers déposés</h2>
      {files ? (
        <FileList files={files} />
      ) : (
        <Alert
          severity="error"
          title="Les fichiers sont momentanément indisponibles"
          description="Le stockage ne répond pas. Réessayez dans quelques minutes."
        />
      )}
    </Page>
  );
}

function FileList({ files }: { files: StoredFile[] }) {
  if (files.length === 0) return <p>Aucun fichier pour l’instant.</p>;
  return (
    <ul>
      {files.map(({ id, name, sizeBytes }) => (
        <li key={id}>
          <a className="fr-link" href={`/fichiers/${id}`}>
            {name}
          </a>{' '}
          ({Math.ceil(sizeBytes / 1024).toLocaleString('fr-FR')} Ko)
        </li>
      ))}
    </ul>
  );
}
