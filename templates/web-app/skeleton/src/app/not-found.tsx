import Link from 'next/link';
import { Page } from '@/components/Page';

export default function NotFound() {
  return (
    <Page title="Page introuvable">
      <p className="fr-text--lead">La page que vous cherchez n’existe pas, ou n’existe plus.</p>
      <p>
        Vérifiez l’adresse, ou revenez à la{' '}
        <Link className="fr-link" href="/">
          page d’accueil
        </Link>
        .
      </p>
    </Page>
  );
}
