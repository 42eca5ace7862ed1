import { ActionRow } from '../ActionRow';
import { azureRows } from './azureRows';
import { clusterRows } from './clusterRows';
import { forgeRows } from './forgeRows';
import { monitoringRows } from './monitoringRows';
import { operationRows } from './operationRows';
import { peopleRows } from './peopleRows';
import { portalRows } from './portalRows';
import { rotationRows } from './rotationRows';

/** The actions of the suite; one that is not here fails the test. */
export const actionRows: ActionRow[] = [
  ...portalRows,
  ...forgeRows,
  ...azureRows,
  ...clusterRows,
  ...monitoringRows,
  ...operationRows,
  ...peopleRows,
  ...rotationRows,
];
