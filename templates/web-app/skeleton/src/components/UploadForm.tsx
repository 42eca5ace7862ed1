'use client';

import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { Upload } from '@codegouvfr/react-dsfr/Upload';
import { useActionState } from 'react';
import { uploadFile, type UploadState } from '@/app/fichiers/actions';
import { FILE_TYPES } from '@/server/parseFile';

const initial: UploadState = {};

export function UploadForm() {
  const [state, action, pending] = useActionState(uploadFile, initial);
  return (
    <form action={action}>
      <div aria-live="polite">
        {state.storedName && (
          <Alert small className="fr-mb-3w" severity="success" description={`« ${state.storedName} » est enregistré.`} />
        )}
      </div>
      <Upload
        label="Déposer un fichier"
        hint="PDF, PNG, JPEG ou texte, 5 Mo au plus."
        state={state.error ? 'error' : 'default'}
        stateRelatedMessage={state.error}
        nativeInputProps={{ name: 'file', accept: FILE_TYPES.join(',') }}
      />
      <Button className="fr-mt-3w" type="submit" disabled={pending} iconId="fr-icon-upload-line">
        {pending ? 'Envoi…' : 'Déposer'}
      </Button>
    </form>
  );
}
