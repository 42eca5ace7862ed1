import { ActionRow } from '../ActionRow';
import { azureRows } from './azureRows';
import { forgeRows } from './forgeRows';
import { monitoringRows } from './monitoringRows';
import { operationRows } from './operationRows';
import { peopleRows } from './peopleRows';
import { portalRows } from './portalRows';

/** Every action of the suite; one that is missing here fails the test. */
export const actionRows: ActionRow[] = [
  ...portalRows,
  ...forgeRows,
  ...azureRows,
  ...monitoringRows,
  ...operationRows,
  ...peopleRows,
];
