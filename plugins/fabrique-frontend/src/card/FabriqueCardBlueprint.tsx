import {
  createExtension,
  createExtensionBlueprint,
  createExtensionBlueprintParams,
  createExtensionDataRef,
} from '@backstage/frontend-plugin-api';
import {
  Environment,
  IntegrationId,
  IntegrationViews,
  Verdict,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { ComponentType, lazy } from 'react';

/**
 * Parts of the tab, in their fixed order.
 *
 * @public
 */
export type FabriqueCardSection =
  | 'execution'
  | 'observation'
  | 'data'
  | 'exchange'
  | 'other';

/**
 * What the content of a card is given.
 *
 * @public
 */
export interface FabriqueCardContentProps<TView> {
  view: TView;
  verdict: Verdict;
  /** What the page shows; the view is already about it, as far as its service tells environments apart. */
  environment: Environment;
  /** The review branch that the page shows, in `dev`. */
  branch?: string;
}

/** View of a service: that of the suite's own, or whatever a third party's backend sends. */
type ViewOf<TId extends string> = TId extends IntegrationId
  ? IntegrationViews[TId]
  : unknown;

/** A card as the tab takes it. */
export interface FabriqueCard {
  service: string;
  section: FabriqueCardSection;
  icon: JSX.Element;
  Content: ComponentType<FabriqueCardContentProps<never>>;
}

/**
 * What a card is made of.
 *
 * @public
 */
export interface FabriqueCardParams<TId extends string> {
  /** Id of the service in the backend's answer. */
  service: TId;
  section: FabriqueCardSection;
  icon: JSX.Element;
  loader: () => Promise<ComponentType<FabriqueCardContentProps<ViewOf<TId>>>>;
}

/** Makes a card, whose content is loaded when it is first drawn. */
export function createFabriqueCard<TId extends string>(
  params: FabriqueCardParams<TId>,
): FabriqueCard {
  const { loader, ...rest } = params;
  return { ...rest, Content: lazy(async () => ({ default: await loader() })) };
}

export const fabriqueCardDataRef = createExtensionDataRef<FabriqueCard>().with({
  id: 'fabrique.card',
});

const kind = 'fabrique-card';
const attachTo = { id: 'entity-content:fabrique/services', input: 'cards' };

/**
 * Adds the card of a service to the tab *Fabrique*. The frame (name, verdict, age, failure, link to the
 * tool) is drawn by the tab; `loader` gives the content, drawn only when the service has answered.
 *
 * @public
 */
export const FabriqueCardBlueprint = createExtensionBlueprint({
  kind,
  attachTo,
  output: [fabriqueCardDataRef],
  dataRefs: { card: fabriqueCardDataRef },
  defineParams<TId extends string>(params: FabriqueCardParams<TId>) {
    return createExtensionBlueprintParams(createFabriqueCard(params));
  },
  *factory(card) {
    yield fabriqueCardDataRef(card);
  },
});

/** Adds a card of the suite's own, which apps of the old frontend system are given as it is. */
export function toCardExtension(card: FabriqueCard) {
  return createExtension({
    kind,
    name: card.service,
    attachTo,
    output: [fabriqueCardDataRef],
    factory: () => [fabriqueCardDataRef(card)],
  });
}
