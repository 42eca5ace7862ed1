import { registerMswTestHooks } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { testUpstreamFailures } from '../testUtils';
import {
  azureSignInHandlers,
  azureUrl,
  createTestAzureConnection,
} from '../testUtils/azureHandlers';
import { UpstreamError } from '../upstream';
import { readAzureOperation } from './readAzureOperation';

const address = `${azureUrl}/subscriptions/x/operations/1?api-version=2025-08-01`;

describe('readAzureOperation', () => {
  const msw = setupServer(...azureSignInHandlers);
  registerMswTestHooks(msw);

  const answer = (body: object, headers: Record<string, string> = {}) =>
    msw.use(
      http.get(`${azureUrl}/subscriptions/x/operations/1`, () =>
        HttpResponse.json(body, { headers }),
      ),
    );
  const read = (secret?: string) =>
    readAzureOperation(createTestAzureConnection(secret), address);

  it("tells for how long, by Azure's own clock", async () => {
    answer(
      { status: 'InProgress', startTime: '2026-11-23T08:00:00.0Z', name: '1' },
      { date: 'Mon, 23 Nov 2026 08:03:20 GMT' },
    );
    expect(await read()).toEqual({ status: 'InProgress', elapsedMs: 200_000 });
    answer({ status: 'Succeeded', startTime: 'yesterday' });
    expect(await read()).toEqual({ status: 'Succeeded' });
  });

  it('tells why it failed, in the words of Azure', async () => {
    answer({
      status: 'Failed',
      error: { code: 'SkuNotAvailable', message: 'Not in francecentral.' },
    });
    expect(await read()).toEqual({
      status: 'Failed',
      problem: 'SkuNotAvailable: Not in francecentral.',
    });
  });

  it('sends its token to nobody but the Resource Manager', async () => {
    await expect(
      readAzureOperation(
        createTestAzureConnection(),
        'https://elsewhere.example/subscriptions/x/operations/1',
      ),
    ).rejects.toMatchObject({
      kind: 'invalid-response',
      detail: 'the address of an operation is not that of the Resource Manager',
    });
  });

  testUpstreamFailures({
    server: msw,
    baseUrl: azureUrl,
    async call(secret) {
      // What Azure has forgotten is no failure.
      if (!(await read(secret))) {
        throw new UpstreamError('forgotten', { kind: 'not-found' });
      }
    },
  });
});
