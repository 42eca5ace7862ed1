import { MonitorClient } from '@azure/arm-monitor';
import { createInvalidResponseError } from '../upstream';

/** A step of the SDKs' way to Azure; all of them take the same. */
export type PipelinePolicy = Parameters<
  MonitorClient['pipeline']['addPolicy']
>[0];

/**
 * Refuses a page of a proxy where Azure answers with JSON: the SDKs take it for an empty answer, and a
 * server would be said not to exist.
 */
export const refuseOtherThanJson: PipelinePolicy = {
  name: 'fabriqueRefuseOtherThanJson',
  async sendRequest(request, next) {
    const response = await next(request);
    const type = response.headers.get('content-type') ?? '';
    if (response.status === 200 && response.bodyAsText && !/json/i.test(type)) {
      throw createInvalidResponseError(
        { service: 'Azure', name: 'read' },
        `content-type ${type || 'unknown'} in place of JSON`,
      );
    }
    return response;
  },
};
