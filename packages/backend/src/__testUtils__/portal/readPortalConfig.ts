import { resolve } from 'path';
import { ConfigSources, FileConfigSource } from '@backstage/config-loader';
import { JsonObject } from '@backstage/types';

const file = resolve(__dirname, '../../../../../app-config.yaml');

/** Reads the configuration of `npm start`, against the sandbox with these ports. */
export async function readPortalConfig(
  portPrefix: number,
): Promise<JsonObject> {
  const config = await ConfigSources.toConfig(
    FileConfigSource.create({
      path: file,
      substitutionFunc: async name =>
        name === 'SANDBOX_PORT_PREFIX' ? String(portPrefix) : undefined,
    }),
  );
  const data = config.get<JsonObject>();
  config.close();
  return data;
}
