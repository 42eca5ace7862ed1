/**
 * The plugin for apps of the old frontend system.
 *
 * @packageDocumentation
 */

export {
  EntityFabriqueContent,
  EntityFabriqueServicesCard,
  FabriqueApprovalsPage,
  FabriqueFleetPage,
  FabriqueSharedServicesPage,
  fabriquePlugin,
} from './plugin';
