import express, { Express, Request, Response } from 'express';
import { parseEnvelope, Envelope, SentryEvent } from './parseEnvelope';
import { receiveEnvelope } from './receiveEnvelope';
import { SentryError } from './sentryHttp';
import { SentryProject, SentryState } from './SentryState';

/** Where the SDKs of applications send to; browsers do so from other origins. */
export function addIngestRoutes(app: Express, state: SentryState): void {
  const readBytes = express.raw({ type: () => true, limit: '20mb' });
  const allowOrigins = (_req: Request, res: Response, next: () => void) => {
    res.setHeader('access-control-allow-origin', '*');
    res.setHeader(
      'access-control-allow-headers',
      'x-sentry-auth, content-type, content-encoding',
    );
    next();
  };
  app.options(/^\/api\/\d+\/(envelope|store)\/$/, allowOrigins, (_req, res) => {
    res.status(200).end();
  });
  app.post(
    '/api/:projectId(\\d+)/envelope/',
    allowOrigins,
    readBytes,
    (req, res) => {
      const envelope = parseEnvelope(req.body as Buffer);
      receive(state, req, res, envelope);
    },
  );
  app.post(
    '/api/:projectId(\\d+)/store/',
    allowOrigins,
    readBytes,
    (req, res) => {
      const event = JSON.parse(String(req.body)) as SentryEvent;
      receive(state, req, res, {
        eventId: event.event_id,
        events: [event],
        sessions: [],
      });
    },
  );
}

function receive(
  state: SentryState,
  req: Request,
  res: Response,
  envelope: Envelope,
): void {
  const project = findProject(state, req, envelope);
  receiveEnvelope(state, project, envelope);
  res.json(envelope.eventId ? { id: envelope.eventId } : {});
}

/** @throws SentryError 403 when the key is not one of the project */
function findProject(
  state: SentryState,
  req: Request,
  envelope: Envelope,
): SentryProject {
  const inHeader = /sentry_key=([0-9a-f]+)/i.exec(
    req.header('x-sentry-auth') ?? '',
  )?.[1];
  const inQuery = req.query.sentry_key;
  const inDsn =
    envelope.dsn && URL.canParse(envelope.dsn)
      ? new URL(envelope.dsn).username
      : undefined;
  const key = inHeader ?? inQuery ?? inDsn;
  const project = state.projects
    .list()
    .find(({ id }) => id === req.params.projectId);
  if (!project?.keys.some(known => known.public === key)) {
    throw new SentryError(403, {
      detail: 'event submission rejected with_reason: ProjectId',
    });
  }
  return project;
}
