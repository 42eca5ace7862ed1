import type { Metadata } from 'next';
import { Page } from '@/components/Page';
import service from '../../../service.json';

export const metadata: Metadata = { title: 'Déclaration d’accessibilité' };

export default function Accessibility() {
  return (
    <Page title="Déclaration d’accessibilité">
      <p>
        Les ministères sociaux s’engagent à rendre leurs services en ligne accessibles, conformément à l’article 47 de
        la loi n° 2005-102 du 11 février 2005. Cette déclaration s’applique à {service.title}.
      </p>
      <h2>État de conformité</h2>
      <p>
        {service.title} est <strong>non conforme</strong> au référentiel général d’amélioration de l’accessibilité
        (RGAA) : le service n’a pas encore été audité.
      </p>
      <h2>Contenus non accessibles</h2>
      <p>Aucun audit n’ayant été mené, la liste des non-conformités n’est pas établie.</p>
      <h2>Amélioration et contact</h2>
      <p>
        Si vous n’arrivez pas à accéder à un contenu ou à un service, écrivez à{' '}
        <a className="fr-link" href={`mailto:contact@${service.name}.fabrique.social.gouv.fr`}>
          {`contact@${service.name}.fabrique.social.gouv.fr`}
        </a>{' '}
        pour être orienté vers une solution accessible, ou pour obtenir le contenu sous une autre forme.
      </p>
      <h2>Voies de recours</h2>
      <p>
        Vous avez signalé un défaut d’accessibilité qui vous empêche d’accéder à un contenu ou à un service, et vous
        n’avez pas obtenu de réponse satisfaisante ? Vous pouvez :
      </p>
      <ul>
        <li>
          écrire un message au{' '}
          <a className="fr-link" href="https://formulaire.defenseurdesdroits.fr/">
            Défenseur des droits
          </a>{' '}
          ;
        </li>
        <li>contacter le délégué du Défenseur des droits dans votre région ;</li>
        <li>
          envoyer un courrier, sans affranchir : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.
        </li>
      </ul>
    </Page>
  );
}
