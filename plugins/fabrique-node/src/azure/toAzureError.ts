import {
  createInvalidResponseError,
  isUpstreamError,
  toUpstreamError,
  UpstreamError,
} from '../upstream';
import { findErrorWords } from './errorWords';

/**
 * Makes an error of what the SDKs of Azure throw. They say an answer that they cannot read without an
 * HTTP status that would tell.
 */
export function toAzureError(
  thrown: unknown,
  operation: { service: string; name: string },
): UpstreamError {
  if (isUpstreamError(thrown)) return thrown;
  const { code, message = '' } = thrown as Partial<Error> & { code?: unknown };
  // The connection broke in the middle of an answer, which the SDKs call by the same code.
  if (code === 'PARSE_ERROR' && /^Error reading response/.test(message)) {
    return new UpstreamError(
      `${operation.service} ${operation.name}: no connection`,
      { kind: 'network', cause: thrown },
    );
  }
  // What the SDKs cannot read they also say with errors of the language itself.
  if (
    code === 'PARSE_ERROR' ||
    thrown instanceof SyntaxError ||
    thrown instanceof TypeError
  ) {
    return createInvalidResponseError(operation, 'no JSON', thrown);
  }
  // Where pages of a list fail, the SDKs say no more than the status.
  const words = /^Pagination failed/.test(message)
    ? findErrorWords(thrown)
    : undefined;
  return withoutTokens(toUpstreamError(thrown, operation, words));
}

/** Tokens of Entra are not known beforehand, as credentials of configuration are. */
function withoutTokens(error: UpstreamError): UpstreamError {
  const detail = error.detail?.replace(/\bBearer [^\s"',]+/gi, '<secret>');
  if (detail === error.detail) return error;
  return new UpstreamError(error.message, {
    ...error,
    detail,
    cause: error.cause,
  });
}
