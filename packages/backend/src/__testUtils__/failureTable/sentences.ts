import {
  FailureKind,
  getLinkAnnotation,
  IntegrationId,
} from '@socialgouv/backstage-plugin-fabrique-common';
import type { Words } from '@socialgouv/backstage-plugin-fabrique/testUtils';
import { shortTimeoutSeconds } from './columns';

/**
 * What a reader must find on the card of a service, written out here so that a change of the page's words
 * is seen; only how a service calls itself and its things comes from its own words.
 */
export function toExpectedSentence(
  service: IntegrationId,
  kind: FailureKind,
  named: { words: Words; name: string },
): RegExp {
  const { words, name } = named;
  const title = words.serviceTitle(service);
  const say = words.t as unknown as (key: string, params: object) => string;
  const thing = say(`${service}.thing`, { name });
  const access = say(`${service}.access`, { name });
  const annotation = getLinkAnnotation(service).name;
  const sentences: Partial<Record<FailureKind, string>> = {
    auth: `${title} refuse le jeton du portail. L'équipe SRE doit le renouveler.`,
    forbidden: `Le jeton du portail n'a pas accès ${access}. L'équipe SRE peut le lui donner.`,
    'not-found': `${thing} n'existe pas (ou plus). Vérifiez l'annotation \`${annotation}\`.`,
    'rate-limited': `${title} limite nos requêtes ; nouvel essai à <time>.`,
    unavailable: `${title} est en panne (500).`,
    'invalid-response': `${title} a répondu quelque chose d'inattendu ; l'incident est journalisé (référence <reference>).`,
    network: `Le portail n'arrive pas à joindre ${title}.`,
    timeout: `${title} n'a pas répondu en ${shortTimeoutSeconds} s.`,
  };
  const escaped = withPlainSpaces(sentences[kind] ?? '')
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace('<reference>', '[0-9a-f]{8}')
    .replace('<time>', '\\d{1,2} h \\d\\d');
  return new RegExp(`^${escaped}$`);
}

/** French has spaces at which no line may end. */
export function withPlainSpaces(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}
