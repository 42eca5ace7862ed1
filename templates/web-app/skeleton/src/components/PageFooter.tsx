import { Display, headerFooterDisplayItem } from '@codegouvfr/react-dsfr/Display';
import { Footer } from '@codegouvfr/react-dsfr/Footer';
import service from '../../service.json';

export function PageFooter() {
  return (
    <>
      <Footer
        id="pied-de-page"
        accessibility="non compliant"
        accessibilityLinkProps={{ href: '/accessibilite' }}
        brandTop={
          <>
            Ministères
            <br />
            sociaux
          </>
        }
        homeLinkProps={{ href: '/', title: `Accueil – ${service.title}` }}
        contentDescription={`${service.title} est un service de la Fabrique numérique des ministères sociaux.`}
        termsLinkProps={{ href: '/mentions-legales' }}
        bottomItems={[
          { text: 'Politique de confidentialité', linkProps: { href: '/politique-confidentialite' } },
          { text: 'Statistiques', linkProps: { href: '/stats' } },
          ...(service.sourceUrl ? [{ text: 'Code source', linkProps: { href: service.sourceUrl } }] : []),
          headerFooterDisplayItem,
        ]}
      />
      <Display />
    </>
  );
}
