import { toPushError } from './toPushError';

/** As Backstage's client of git throws it. */
const refuse = (statusCode: number, statusMessage: string, response?: string) =>
  new Error(
    `HTTP Error: ${statusCode} ${statusMessage} {data=${JSON.stringify({
      statusCode,
      statusMessage,
      response,
    })}}`,
  );

describe('toPushError', () => {
  it.each([
    [401, 'Unauthorized', undefined, 'auth', 'Unauthorized'],
    [
      403,
      'Forbidden',
      'Write access to repository not granted.\n',
      'forbidden',
      'Write access to repository not granted.',
    ],
    [502, 'Bad Gateway', '<html>nginx</html>', 'unavailable', 'Bad Gateway'],
  ])(
    'says why GitHub refuses a push: %i',
    (status, message, response, kind, detail) => {
      expect(toPushError(refuse(status, message, response))).toMatchObject({
        name: 'UpstreamError',
        message: `GitHub push: HTTP ${status}`,
        kind,
        detail,
      });
    },
  );

  it('leaves other errors as they are', () => {
    for (const message of [
      'no such file',
      'HTTP Error: {data={"a":1}}',
      '{data=x}',
    ]) {
      const error = new Error(message);
      expect(toPushError(error)).toBe(error);
    }
  });
});
