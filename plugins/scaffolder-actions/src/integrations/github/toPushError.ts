import {
  toFailureKind,
  UpstreamError,
} from '@socialgouv/backstage-plugin-fabrique-node';
import { z } from 'zod/v4';

const longest = 500;

/** What isomorphic-git keeps of an HTTP answer. */
const Answer = z.object({
  statusCode: z.number(),
  statusMessage: z.string().optional(),
  response: z.string().optional(),
});

/**
 * Makes an `UpstreamError` of what a push throws where GitHub refuses it; other errors stay as they are. Backstage's
 * client of git writes the answer, as JSON, at the end of the message.
 *
 * @see https://isomorphic-git.org/docs/en/errors, `HttpError`
 */
export function toPushError(error: unknown): unknown {
  const [, json] = /\{data=(.*)\}$/s.exec(String(error)) ?? [];
  const answer = json ? Answer.safeParse(parse(json)).data : undefined;
  if (!answer) return error;
  const { statusCode, statusMessage, response } = answer;
  return new UpstreamError(`GitHub push: HTTP ${statusCode}`, {
    kind: toFailureKind(statusCode),
    upstreamStatus: statusCode,
    // GitHub answers git in plain text; a proxy's page says nothing.
    detail: (response && !/<\w/.test(response)
      ? response.trim()
      : statusMessage
    )?.slice(0, longest),
    cause: error,
  });
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
