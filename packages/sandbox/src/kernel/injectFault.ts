import { RequestHandler, Response } from 'express';
import { setTimeout as delay } from 'timers/promises';
import { Fault, FaultList } from './FaultList';
import { UpstreamId } from './ports';

const htmlPage =
  '<!doctype html><html><head><title>Service</title></head><body><h1>Sign in</h1></body></html>';

/** Lets requests through to the facade, except those that a fault waits for. */
export function injectFault(
  upstream: UpstreamId,
  faults: FaultList,
): RequestHandler {
  return (req, res, next) => {
    const fault = faults.take(upstream, req.method, req.originalUrl);
    if (!fault) {
      next();
      return;
    }
    apply(fault, res, next).catch(next);
  };
}

async function apply(
  fault: Fault,
  res: Response,
  next: () => void,
): Promise<void> {
  if (fault.delayMs !== undefined) await delay(fault.delayMs);
  switch (fault.kind) {
    case 'delay':
      next();
      return;
    case 'hang':
      // The socket stays open until the client, or the end of the sandbox, closes it.
      return;
    case 'reset':
      res.socket?.resetAndDestroy();
      return;
    case 'truncate':
      // The facade does its work and its answer is lost on the way: what was created stays.
      truncate(res);
      next();
      return;
    case 'garbage':
      res
        .status(fault.status ?? 200)
        .type('application/json')
        .set(fault.headers ?? {})
        .end(Buffer.from('7b22a1fffe002c2c5d3c', 'hex'));
      return;
    case 'html':
      res
        .status(fault.status ?? 200)
        .type('html')
        .set(fault.headers ?? {})
        .end(htmlPage);
      return;
    default:
      res.status(fault.status ?? 500).set(fault.headers ?? {});
      if (typeof fault.body === 'string') res.end(fault.body);
      else res.json(fault.body ?? { message: 'Injected fault' });
  }
}

/** Sends the head and half of the body that the facade writes, then cuts the connection. */
function truncate(res: Response): void {
  const chunks: Buffer[] = [];
  const keep = (chunk: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array)
      chunks.push(Buffer.from(chunk as string));
  };
  const { write, end } = res;
  res.write = ((chunk: unknown) => {
    keep(chunk);
    return true;
  }) as typeof write;
  res.end = ((chunk: unknown) => {
    keep(chunk);
    const body = Buffer.concat(chunks);
    res.removeHeader('transfer-encoding');
    res.setHeader('content-length', Math.max(body.length, 2));
    write.call(
      res,
      body.subarray(0, Math.floor(body.length / 2)),
      'utf8',
      () => {
        res.socket?.destroy();
      },
    );
    res.flushHeaders();
    return res;
  }) as typeof end;
}
