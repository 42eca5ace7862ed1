import { integrationCards } from '../integrations';
import { FabriqueTab } from '../tab/FabriqueTab';

/** The tab with the suite's own cards: apps of the old frontend system have no extensions to add others. */
export function EntityFabriqueTab() {
  return <FabriqueTab cards={Object.values(integrationCards)} />;
}
