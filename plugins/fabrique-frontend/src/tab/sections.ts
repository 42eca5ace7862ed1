import {
  EntityOverview,
  integrationIds,
  IntegrationResult,
} from '@socialgouv/backstage-plugin-fabrique-common';
import {
  FabriqueCard,
  FabriqueCardSection,
} from '../card/FabriqueCardBlueprint';
import { CardResult } from '../card/ServiceCardFrame';

const sectionOrder: FabriqueCardSection[] = [
  'execution',
  'observation',
  'data',
  'exchange',
  'other',
];

type NotLinked = Extract<IntegrationResult, { state: 'not-linked' }>;

/** One part of the tab: the cards to draw, and the services that have none. */
export interface TabSection {
  id: FabriqueCardSection;
  /** `result` is absent while the overview is loading. */
  cards: { card: FabriqueCard; result?: CardResult }[];
  notLinked: { service: string; result: NotLinked }[];
  notConfigured: string[];
}

/** Sorts the cards into their sections, always in the same order, so that a card stays where it was. */
export function toSections(
  cards: FabriqueCard[],
  overview: EntityOverview | undefined,
): TabSection[] {
  const results: Record<string, IntegrationResult | undefined> =
    overview?.services ?? {};
  const order = (service: string) => {
    const index = (integrationIds as string[]).indexOf(service);
    return index < 0 ? integrationIds.length : index;
  };
  const sorted = [...cards].sort((a, b) => order(a.service) - order(b.service));
  return sectionOrder
    .map(id => {
      const section: TabSection = {
        id,
        cards: [],
        notLinked: [],
        notConfigured: [],
      };
      for (const card of sorted.filter(c => c.section === id)) {
        place(section, card, results[card.service], overview !== undefined);
      }
      return section;
    })
    .filter(
      section =>
        section.cards.length +
          section.notLinked.length +
          section.notConfigured.length >
        0,
    );
}

function place(
  section: TabSection,
  card: FabriqueCard,
  result: IntegrationResult | undefined,
  isLoaded: boolean,
) {
  switch (result?.state) {
    case 'not-linked':
      section.notLinked.push({ service: card.service, result });
      break;
    case 'not-configured':
      section.notConfigured.push(card.service);
      break;
    case undefined:
      // A backend that does not know the service says nothing of it.
      if (isLoaded) section.notConfigured.push(card.service);
      else section.cards.push({ card });
      break;
    default:
      section.cards.push({ card, result });
  }
}
