import { readErrorDetail } from '../upstream/readErrorDetail';
import { PipelinePolicy } from './refuseOtherThanJson';

const wordsByRequest = new WeakMap<object, string>();

/** Keeps what Azure says of a call that fails: for a list, the SDKs throw its status and no word of it. */
export const keepErrorWords: PipelinePolicy = {
  name: 'fabriqueKeepErrorWords',
  async sendRequest(request, next) {
    const response = await next(request);
    const words =
      response.status >= 400
        ? readErrorDetail(response.bodyAsText ?? '')
        : undefined;
    if (words) wordsByRequest.set(request, words);
    return response;
  },
};

/** What Azure said when an SDK threw this. */
export function findErrorWords(thrown: unknown): string | undefined {
  const { request } = Object(thrown) as { request?: object };
  return request && wordsByRequest.get(request);
}
