import { FailureKind } from '@socialgouv/backstage-plugin-fabrique-common';
import { createInvalidResponseError, UpstreamError } from '../../upstream';

/** Codes of OCS, of which the older ones come with HTTP 200. */
const kinds: Record<number, FailureKind> = {
  401: 'auth',
  403: 'forbidden',
  404: 'not-found',
  997: 'auth',
  998: 'not-found',
};

/** Makes an error of an OCS answer that is none, or gives undefined for one that is. */
export function toOcsError(
  meta: { statuscode: number; message?: string | null },
  name: string,
): UpstreamError | undefined {
  const { statuscode } = meta;
  if (statuscode === 100 || statuscode === 200) return undefined;
  const kind = kinds[statuscode];
  const detail = (meta.message ?? '').slice(0, 500);
  if (!kind) {
    return createInvalidResponseError(
      { service: 'NextCloud', name },
      `OCS ${statuscode} ${detail}`,
    );
  }
  return new UpstreamError(`NextCloud ${name}: OCS ${statuscode}`, {
    kind,
    detail,
  });
}
