import { UpstreamCall } from './upstreamCalls';

/** What a server does in place of its answer, as the sandbox takes it. */
export interface HttpFault {
  kind: 'status' | 'hang';
  status?: number;
  headers?: Record<string, string>;
  body?: object;
}

/** One way in which a call fails. */
export interface FaultKind {
  /** What an HTTP server answers, in the form that the sandbox takes; `words` are the upstream's own. */
  http(words: string, call: UpstreamCall): HttpFault;
  /** The same of Postgres; missing when it hangs. */
  postgres?: { code: string };
  /** What the sentence says of it, beside the upstream's words. */
  says: RegExp;
  /** The words do not arrive. */
  isSilent?: true;
  /** The catalog says by it that it has what was asked for, or has not. */
  isAnswer?: true;
  /** Only for calls of Azure that poll a long-running operation. */
  isOperation?: true;
}

const status = (code: number, words: string, headers = {}): HttpFault => ({
  kind: 'status',
  status: code,
  headers,
  body: toBody(code, words),
});

/** Under the names that the systems of the sandbox give to the words of an error. */
function toBody(statusCode: number, words: string): object {
  return {
    message: words,
    detail: words,
    error: { name: 'Error', code: 'TestFault', message: words },
    // The catalog says it twice.
    response: { statusCode },
  };
}

/** The columns of the fault table. */
export const faultKinds: Record<string, FaultKind> = {
  '401': {
    http: words => status(401, words),
    postgres: { code: '28P01' },
    says: /credentials are rejected/,
  },
  '403': {
    http: words => status(403, words),
    postgres: { code: '42501' },
    says: /credentials do not allow this/,
  },
  '404': {
    http: words => status(404, words),
    postgres: { code: '3D000' },
    // Tipimail's reference has no 404 where its clients look for one.
    says: /does not exist|no such|has no|nothing|unexpected answer/i,
    isAnswer: true,
  },
  '409': {
    http: words => status(409, words),
    postgres: { code: '55006' },
    says: /Change what it asks for|conflict/i,
    isAnswer: true,
  },
  '429': {
    http: words => status(429, words, { 'retry-after': '60' }),
    postgres: { code: '53300' },
    says: /may ask again at|The next try is allowed at|It is down/,
  },
  '500 once': {
    http: words => status(500, words),
    postgres: { code: '57P03' },
    says: /It is down/,
  },
  hang: {
    http: () => ({ kind: 'hang' }),
    says: /did not answer in time/,
    isSilent: true,
  },
  'failed operation': {
    // Polled at its status, or at its result.
    http: (words, { title }) =>
      title.includes('operationResults')
        ? status(409, words)
        : {
            kind: 'status',
            status: 200,
            body: {
              status: 'Failed',
              error: { code: 'InternalServerError', message: words },
            },
          },
    says: /it failed|HTTP 409/,
    isOperation: true,
  },
};

/** Whether a call can fail in this way. */
export function canFail(
  call: UpstreamCall,
  { isOperation, isSilent, isAnswer }: FaultKind,
): boolean {
  // No failure: a group that is missing has a sentence of its own (refusedNames.test.ts), a location that is
  // there goes on.
  if (call.upstream === 'catalog' && isAnswer) return false;
  // Backstage's own client of the catalog waits for five minutes.
  if (call.upstream === 'catalog' && isSilent) return false;
  const isPoll = /azureAsyncOperation|operationResults/.test(call.title);
  return !isOperation || isPoll;
}
