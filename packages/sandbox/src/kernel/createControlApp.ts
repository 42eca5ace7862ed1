import express, { ErrorRequestHandler, Express } from 'express';
import { z } from 'zod/v4';
import { SandboxContext } from './Facade';
import { FaultList } from './FaultList';
import { RequestJournal } from './RequestJournal';

const clockRequest = z.strictObject({
  /** Forward only: tokens and operations have their times. */
  advanceMs: z.number().min(0).max(86_400_000),
});

/** The sandbox's own server: faults, the journal of requests, its clock, and whether all is ready. */
export function createControlApp(options: {
  faults: FaultList;
  journal: RequestJournal;
  status(): { ready: boolean; urls: Record<string, string> };
  clock: Pick<SandboxContext, 'now' | 'advance'>;
}): Express {
  const { faults, journal, status, clock } = options;
  const app = express();
  app.disable('x-powered-by');
  app.use(express.json());

  app.get('/_status', (_req, res) => {
    res.json(status());
  });

  app.get('/_faults', (_req, res) => {
    res.json(faults.list());
  });
  app.post('/_faults', (req, res) => {
    res.status(201).json({ id: faults.add(req.body).id });
  });
  app.delete('/_faults', (_req, res) => {
    faults.clear();
    res.status(204).end();
  });
  app.delete('/_faults/:id', (req, res) => {
    if (faults.remove(req.params.id)) res.status(204).end();
    else res.status(404).json({ message: `No fault ${req.params.id}` });
  });

  app.get('/_requests', (req, res) => {
    const { upstream } = req.query;
    res.json(journal.read(typeof upstream === 'string' ? upstream : undefined));
  });
  app.delete('/_requests', (_req, res) => {
    journal.clear();
    res.status(204).end();
  });

  app.get('/_clock', (_req, res) => {
    res.json({ now: clock.now().toISOString() });
  });
  app.post('/_clock', (req, res) => {
    clock.advance(clockRequest.parse(req.body).advanceMs);
    res.json({ now: clock.now().toISOString() });
  });

  const onError: ErrorRequestHandler = (error, _req, res, next) => {
    if (error instanceof z.ZodError)
      res.status(400).json({ message: z.prettifyError(error) });
    else next(error);
  };
  app.use(onError);
  return app;
}
