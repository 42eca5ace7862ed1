import { Request, RequestHandler, Response } from 'express';
import { OutgoingMessage } from 'http';
import { text } from 'stream/consumers';
import { setTimeout as delay } from 'timers/promises';
import { TLSSocket } from 'tls';
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
    apply(fault, req, res, next).catch(next);
  };
}

async function apply(
  fault: Fault,
  req: Request,
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
      // What is encrypted has no reset of its own: it ends without a word.
      if (res.socket instanceof TLSSocket) res.socket.destroy();
      else res.socket?.resetAndDestroy();
      return;
    case 'truncate':
      // The facade does its work and its answer is lost on the way: what was created stays.
      withBody(res, body => sendHalf(res, body));
      next();
      return;
    case 'shorten':
      // As a proxy with a full buffer does: half of the answer, said to be all of it.
      withBody(res, (body, end) => {
        const half = body.subarray(0, Math.floor(body.length / 2));
        res.setHeader('content-length', half.length);
        end.call(res, half, 'utf8');
      });
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
        .end(fault.echo ? `<p>${await readBack(req)}</p>` : htmlPage);
      return;
    default:
      res.status(fault.status ?? 500).set(fault.headers ?? {});
      if (typeof fault.body === 'string') res.end(fault.body);
      else res.json(fault.body ?? (await toErrorBody(fault, req)));
  }
}

/** Under each of the names that the systems of the sandbox give to the words of an error. */
async function toErrorBody(fault: Fault, req: Request) {
  if (!fault.echo) return { message: 'Injected fault' };
  const words = `Refused: ${await readBack(req)}`;
  return { message: words, detail: words, error: words };
}

async function readBack(req: Request): Promise<string> {
  return `${Object.values(req.headers).join(' ')} ${await text(req)}`;
}

/** Keeps the body that the facade writes, and gives it to `send` in place of the client. */
function withBody(
  res: Response,
  send: (body: Buffer, end: Response['end']) => void,
): void {
  const chunks: Buffer[] = [];
  const keep = (chunk: unknown) => {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array)
      chunks.push(Buffer.from(chunk as string));
  };
  const { end } = res;
  res.write = (chunk: unknown) => {
    keep(chunk);
    return true;
  };
  res.end = ((chunk: unknown) => {
    keep(chunk);
    res.removeHeader('transfer-encoding');
    send(Buffer.concat(chunks), end);
    return res;
  }) as typeof end;
}

/** Sends the head and half of the body, then cuts the connection. */
function sendHalf(res: Response, body: Buffer): void {
  res.setHeader('content-length', Math.max(body.length, 2));
  res.flushHeaders();
  const half = body.subarray(0, Math.floor(body.length / 2));
  OutgoingMessage.prototype.write.call(res, half, 'utf8', () => {
    res.socket?.destroy();
  });
}
