import { Readable } from 'stream';
import { pipeline } from 'stream/promises';
import {
  HttpAuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { FleetQuery } from '@socialgouv/backstage-plugin-fabrique-common';
import express from 'express';
import Router from 'express-promise-router';
import { createWords } from '../words/createWords';
import { Language } from '../words/messages';
import { authorizeFleet } from './authorizeFleet';
import { FleetReader, VisibleRefs } from './FleetReader';
import { FleetVisibility } from './FleetVisibility';
import { readFleetQuery } from './readFleetQuery';
import { writeFleetCsv } from './writeFleetCsv';

/** Makes the routes of the fleet. Everybody sees the components that the catalog shows them, and no others. */
export function createFleetRouter(options: {
  httpAuth: HttpAuthService;
  logger: LoggerService;
  permissions: PermissionsService;
  reader: FleetReader;
  visibility: FleetVisibility;
}): express.Router {
  const { httpAuth, logger, reader } = options;
  const router = Router();

  router.get('/v1/fleet', async (request, response) => {
    const { query, visible } = await read(request);
    response.json(await reader.readPage(query, visible));
  });

  router.get('/v1/fleet.csv', async (request, response) => {
    const { query, visible } = await read(request);
    const language = request.acceptsLanguages('fr', 'en') || 'fr';
    const words = createWords(language as Language);
    const day = new Date().toISOString().slice(0, 10);
    response.type('text/csv');
    response.attachment(`fabrique-${query.environment}-${day}.csv`);
    response.vary('Accept-Language');
    try {
      await pipeline(
        Readable.from(writeFleetCsv(reader, query, { visible, words })),
        response,
      );
    } catch (error) {
      // The connection is broken off, so that nobody takes a part of the fleet for all of it.
      logger.warn('The CSV of the fleet was broken off', toError(error));
    }
  });

  async function read(
    request: express.Request,
  ): Promise<{ query: FleetQuery; visible: VisibleRefs }> {
    const query = readFleetQuery(request.url, reader.services);
    const credentials = await httpAuth.credentials(request);
    return { query, visible: await authorizeFleet(credentials, options) };
  }

  return router;
}
