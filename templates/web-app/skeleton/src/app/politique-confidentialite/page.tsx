import type { Metadata } from 'next';
import { Page } from '@/components/Page';
import { readSettings } from '@/server/settings';
import service from '../../../service.json';

export const metadata: Metadata = { title: 'Politique de confidentialité' };
export const dynamic = 'force-dynamic';

export default function Privacy() {
  const { matomo } = readSettings();
  return (
    <Page title="Politique de confidentialité">
      <h2>Qui est responsable de vos données ?</h2>
      <p>
        Les ministères chargés des affaires sociales, représentés par leur direction du numérique, sont responsables du
        traitement des données de {service.title}.
      </p>
      <h2>Quelles données, pourquoi, combien de temps ?</h2>
      <ul>
        <li>
          <strong>Le nom et le texte des messages que vous laissez</strong>, pour les afficher : 30 jours.
        </li>
        <li>
          <strong>Les journaux techniques</strong> (heure, page, erreur), pour la sécurité et le bon fonctionnement :
          12 mois au plus.
        </li>
        <li>
          <strong>La mesure d’audience</strong>, anonyme : 25 mois au plus.
        </li>
      </ul>
      <p>La base légale est la mission d’intérêt public (article 6.1.e du règlement général sur la protection des données).</p>
      <h2>Qui y a accès ?</h2>
      <p>
        L’équipe du service, et ses sous-traitants pour l’hébergement, le suivi des erreurs et la mesure d’audience. Vos
        données ne sont ni vendues, ni cédées.
      </p>
      <h2>Témoins de connexion (« cookies ») et mesure d’audience</h2>
      <p>
        {service.title} ne dépose aucun témoin de connexion soumis à votre consentement. L’audience est mesurée avec
        Matomo, réglé comme le recommande la CNIL : sans témoin de connexion et sur des adresses IP rendues anonymes.
      </p>
      {matomo && (
        <p>
          Vous pouvez{' '}
          <a className="fr-link" href={`${matomo.url}/index.php?module=CoreAdminHome&action=optOut&language=fr`}>
            refuser cette mesure
          </a>
          .
        </p>
      )}
      <h2>Vos droits</h2>
      <p>
        Vous pouvez demander à accéder à vos données, à les faire rectifier ou effacer, à en limiter l’usage, ou vous y
        opposer, en écrivant à{' '}
        <a className="fr-link" href={`mailto:contact@${service.name}.fabrique.social.gouv.fr`}>
          {`contact@${service.name}.fabrique.social.gouv.fr`}
        </a>
        . Si la réponse ne vous satisfait pas, vous pouvez{' '}
        <a className="fr-link" href="https://www.cnil.fr/fr/plaintes">
          saisir la CNIL
        </a>
        .
      </p>
    </Page>
  );
}
