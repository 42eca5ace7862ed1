/**
 * How the services of an application are doing, on the pages of Backstage.
 *
 * @packageDocumentation
 */

export { fabriquePlugin as default } from './plugin';
export {
  fabriqueApiRef,
  type FabriqueApi,
  type NameAvailability,
} from './api/FabriqueApi';
export {
  FabriqueCardBlueprint,
  type FabriqueCardContentProps,
  type FabriqueCardParams,
  type FabriqueCardSection,
} from './card/FabriqueCardBlueprint';
export { fabriqueTranslationRef } from './translation/translationRef';
