import type { Metadata } from 'next';
import { Page } from '@/components/Page';
import service from '../../../service.json';

export const metadata: Metadata = { title: 'Mentions légales' };

export default function LegalNotice() {
  return (
    <Page title="Mentions légales">
      <h2>Éditeur</h2>
      <p>
        {service.title} est édité par la Fabrique numérique des ministères chargés des affaires sociales, 14 avenue
        Duquesne, 75350 Paris 07 SP.
      </p>
      <h2>Directeur de la publication</h2>
      <p>La directrice ou le directeur du numérique des ministères sociaux.</p>
      <h2>Hébergement</h2>
      <p>
        Le service est hébergé en France, sur Microsoft Azure : Microsoft Ireland Operations Limited, One Microsoft
        Place, South County Business Park, Leopardstown, Dublin 18, Irlande.
      </p>
      <h2>Code source</h2>
      <p>
        Le code source est publié sous licence Apache 2.0
        {service.sourceUrl && (
          <>
            , à l’adresse{' '}
            <a className="fr-link" href={service.sourceUrl}>
              {service.sourceUrl}
            </a>
          </>
        )}
        .
      </p>
      <h2>Signaler un problème</h2>
      <p>
        Pour signaler une faille de sécurité ou un dysfonctionnement, écrivez à{' '}
        <a className="fr-link" href={`mailto:contact@${service.name}.fabrique.social.gouv.fr`}>
          {`contact@${service.name}.fabrique.social.gouv.fr`}
        </a>
        .
      </p>
    </Page>
  );
}
