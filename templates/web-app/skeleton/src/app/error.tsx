'use client';

import { Button } from '@codegouvfr/react-dsfr/Button';
import { Page } from '@/components/Page';

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <Page title="Le service a rencontré une erreur">
      <p className="fr-text--lead">Nos équipes en sont prévenues. Réessayez dans quelques minutes.</p>
      {error.digest && <p className="fr-hint-text">Référence de l’erreur : {error.digest}</p>}
      <Button onClick={reset}>Réessayer</Button>
    </Page>
  );
}
