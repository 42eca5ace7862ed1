import { FailureKind } from '@socialgouv/backstage-plugin-fabrique-common';
import { http, HttpResponse } from 'msw';
import { SetupServer } from 'msw/node';

const secret = 'secret-of-the-test';

const answers: {
  name: string;
  kind: FailureKind;
  respond: (request: Request) => Response | Promise<Response>;
}[] = [
  {
    name: '401',
    kind: 'auth',
    // Some upstreams repeat what they refuse.
    respond: async request => {
      const asked = [...request.headers, await request.text()].join(' ');
      const words = `Invalid token: ${asked}`;
      return HttpResponse.json(
        { detail: words, message: words },
        { status: 401 },
      );
    },
  },
  {
    name: '403',
    kind: 'forbidden',
    respond: () => HttpResponse.json({ detail: 'No access' }, { status: 403 }),
  },
  {
    name: '404',
    kind: 'not-found',
    respond: () => HttpResponse.json({ detail: 'Not here' }, { status: 404 }),
  },
  {
    name: '429',
    kind: 'rate-limited',
    respond: () =>
      HttpResponse.json({}, { status: 429, headers: { 'retry-after': '60' } }),
  },
  {
    name: '500',
    kind: 'unavailable',
    respond: () => HttpResponse.json({}, { status: 500 }),
  },
  {
    name: 'HTML',
    kind: 'invalid-response',
    respond: () => HttpResponse.html('<h1>Sign in</h1>'),
  },
  {
    name: 'truncated JSON',
    kind: 'invalid-response',
    respond: () => new HttpResponse('[{"id": "1", "na'),
  },
  {
    name: 'a broken connection',
    kind: 'network',
    respond: () => HttpResponse.error(),
  },
  {
    name: 'no answer',
    kind: 'timeout',
    respond: () => new Promise<Response>(() => {}),
  },
];

/**
 * The failure table that every client passes: each way in which an upstream fails gives its own kind,
 * and no secret reaches the message.
 *
 * @param options - `call` makes one call with a client whose time-out is 300 ms or less and whose
 *   token is `options.secret`'s value.
 *
 * @public
 */
export function testUpstreamFailures(options: {
  server: SetupServer;
  baseUrl: string;
  call: (secret: string) => Promise<unknown>;
  /** Kinds that this upstream says in another way, by the name of the row. */
  except?: Partial<Record<string, FailureKind>>;
}): void {
  describe('when the upstream fails', () => {
    it.each(answers)(
      'says $kind for $name',
      async ({ name, kind, respond }) => {
        options.server.use(
          http.all(`${options.baseUrl}/*`, ({ request }) => respond(request)),
        );

        const error = await options.call(secret).then(
          () => undefined,
          (thrown: unknown) => thrown,
        );

        expect(error).toMatchObject({
          name: 'UpstreamError',
          kind: options.except?.[name] ?? kind,
        });
        expect(JSON.stringify(error) + String(error)).not.toContain(secret);
        if (name === '429') {
          const { retryAfter } = error as { retryAfter: Date };
          expect(retryAfter.getTime()).toBeGreaterThan(Date.now() + 50_000);
        }
      },
    );
  });
}
