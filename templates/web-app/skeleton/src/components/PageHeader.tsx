'use client';

import { Badge } from '@codegouvfr/react-dsfr/Badge';
import { headerFooterDisplayItem } from '@codegouvfr/react-dsfr/Display';
import { Header } from '@codegouvfr/react-dsfr/Header';
import { usePathname } from 'next/navigation';
import service from '../../service.json';

export function PageHeader({ hasFiles }: { hasFiles: boolean }) {
  const pathname = usePathname();
  const pages = [
    { text: 'Accueil', href: '/' },
    ...(hasFiles ? [{ text: 'Fichiers', href: '/fichiers' }] : []),
    { text: 'Statistiques', href: '/stats' },
  ];
  return (
    <Header
      id="menu"
      brandTop={
        <>
          Ministères
          <br />
          sociaux
        </>
      }
      homeLinkProps={{ href: '/', title: `Accueil – ${service.title}` }}
      serviceTitle={
        <>
          {service.title}{' '}
          <Badge as="span" noIcon severity="success" small>
            Bêta
          </Badge>
        </>
      }
      serviceTagline="Un service de la Fabrique numérique"
      quickAccessItems={[headerFooterDisplayItem]}
      navigation={pages.map(({ text, href }) => ({
        text,
        linkProps: { href },
        isActive: pathname === href,
      }))}
    />
  );
}
