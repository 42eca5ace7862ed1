import { ActionRow } from '../ActionRow';
import { azureRows } from './azureRows';
import { forgeRows } from './forgeRows';
import { monitoringRows } from './monitoringRows';
import { operationRows } from './operationRows';
import { peopleRows } from './peopleRows';
import { portalRows } from './portalRows';

/** The actions of the suite; one that is neither here nor in `actionsWithoutRow` fails the test. */
export const actionRows: ActionRow[] = [
  ...portalRows,
  ...forgeRows,
  ...azureRows,
  ...monitoringRows,
  ...operationRows,
  ...peopleRows,
];

export { actionsWithoutRow } from './operationRows';
