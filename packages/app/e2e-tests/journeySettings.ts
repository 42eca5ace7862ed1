import { tmpdir } from 'os';
import { join } from 'path';

const portPrefix = Number(process.env.JOURNEY_PORT_PREFIX ?? '91');
const portalPort = Number(`${portPrefix}90`);

/** The portal and the sandbox that the journeys use: none that a person may be using. */
export const journeySettings = {
  portPrefix,
  portalPort,
  portalUrl: `http://localhost:${portalPort}`,
  /** Where the sandbox keeps everything. `npm test` gives a new folder to each run. */
  dataDir:
    process.env.JOURNEY_DATA_DIR ??
    join(tmpdir(), `fabrique-journeys-${portPrefix}`),
};
