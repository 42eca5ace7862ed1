import { ResponseError } from '@backstage/errors';

/** Fails as the client does when the portal itself refuses or fails. */
export async function refuse(status: number): Promise<never> {
  throw await ResponseError.fromResponse(
    new Response('{}', { status, statusText: 'Refused' }),
  );
}
