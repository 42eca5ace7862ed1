import { Request, Response } from 'express';
import { request } from 'http';

/** Hands a request on, and streams the answer back; resolves when the answer is over. */
export function forwardRequest(
  url: string,
  req: Request,
  res: Response,
  path: string = req.originalUrl,
): Promise<void> {
  // A connection that stays open would hold up the next restart.
  const { connection: _hopByHop, ...headers } = req.headers;
  return new Promise(resolve => {
    res.once('close', resolve);
    const forwarded = request(
      new URL(url).origin,
      { method: req.method, path, headers, agent: false },
      answer => {
        const { connection: _ours, ...answerHeaders } = answer.headers;
        res.writeHead(answer.statusCode ?? 502, answerHeaders);
        answer.pipe(res);
      },
    );
    forwarded.once('error', () => res.destroy());
    res.once('close', () => forwarded.destroy());
    req.pipe(forwarded);
  });
}
