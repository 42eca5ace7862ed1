import express, { NextFunction, Request, Response } from 'express';
import { middleware } from 'express-openapi-validator';
import { createServer } from 'http';
import { AddressInfo } from 'net';

/** A proxy that holds a client and a facade to what an upstream publishes. */
export interface ContractProxy {
  url: string;
  /** What either side did against the contract: `GET /path: query.sort must be equal to …`. */
  violations: string[];
  /** The operations of the contract that were answered as it says: `GET /path/{id}/ 200`. */
  answered: Set<string>;
  stop(): Promise<void>;
}

/**
 * Starts a proxy in front of a facade. A request or an answer against the contract is noted in
 * `violations`, and answered with 400 (the client's fault) or 500 (the facade's) and the words of
 * the validator.
 *
 * @param options - `contract` is the content of a file of `contracts/`, `target` the address of the
 *   facade, `undocumented` are statuses that the upstream answers everywhere without saying so.
 */
export async function startContractProxy(options: {
  contract: object;
  target: string;
  undocumented?: string[];
}): Promise<ContractProxy> {
  const violations: string[] = [];
  const answered = new Set<string>();
  const app = express();
  app.disable('x-powered-by');
  app.use((req, _res, next) => {
    // A text of no length is no body, whatever `fetch` calls it.
    if (req.headers['content-length'] === '0')
      delete req.headers['content-type'];
    next();
  });
  app.use(express.json());
  app.use(
    middleware({
      // The validator changes what it is given.
      apiSpec: structuredClone(options.contract) as never,
      validateRequests: { allErrors: true },
      validateResponses: { allErrors: true },
      // The contract itself is data of others.
      validateApiSpec: false,
    }),
  );
  app.use(async (req, res, next) => {
    try {
      const { openApiRoute, schema } = (req as ValidatedRequest).openapi;
      await forward(options.target, req, res, [
        ...Object.keys(schema.responses),
        ...(options.undocumented ?? []),
      ]);
      answered.add(`${req.method} ${openApiRoute} ${res.statusCode}`);
    } catch (error) {
      next(error);
    }
  });
  app.use(
    (
      error: Error & { status?: number },
      req: Request,
      res: Response,
      _next: NextFunction,
    ) => {
      violations.push(`${req.method} ${req.path}: ${error.message}`);
      res.status(error.status ?? 500).json({ detail: error.message });
    },
  );

  const server = createServer(app);
  await new Promise<void>(listening => {
    server.listen(0, '127.0.0.1', listening);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    violations,
    answered,
    stop: () =>
      new Promise(stopped => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}

/** What the validator of requests adds. */
type ValidatedRequest = Request & {
  openapi: { openApiRoute: string; schema: { responses: object } };
};

/** Sends a request on, and its answer back, through the validator of answers. */
async function forward(
  target: string,
  req: Request,
  res: Response,
  statuses: string[],
): Promise<void> {
  const { authorization, accept } = req.headers;
  const hasBody = !['GET', 'HEAD', 'DELETE'].includes(req.method);
  const answer = await fetch(target + req.originalUrl, {
    method: req.method,
    headers: {
      ...(authorization && { authorization }),
      ...(accept && { accept }),
      ...(hasBody && { 'content-type': 'application/json' }),
    },
    body: hasBody ? JSON.stringify(req.body) : undefined,
  });
  for (const name of ['link', 'x-hits', 'x-max-hits', 'retry-after']) {
    const value = answer.headers.get(name);
    if (value) res.setHeader(name, value);
  }
  const text = await answer.text();
  if (!statuses.includes(String(answer.status))) {
    throw new Error(`/response has the undocumented status ${answer.status}`);
  }
  res.status(answer.status);
  // Contracts say in which cases upstreams refuse, and seldom in which words.
  if (answer.ok && text) res.json(JSON.parse(text));
  else res.type('json').send(text);
}
