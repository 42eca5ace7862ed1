import { toFailure, UpstreamError } from './UpstreamError';

describe('UpstreamError', () => {
  it('keeps its cause, and none of its words where a browser could see them', () => {
    const cause = Object.assign(new Error('HTTP 401'), {
      request: { url: 'https://tool.example.com/?token=secret' },
    });
    const error = new UpstreamError('Tool read thing: HTTP 401', {
      kind: 'auth',
      upstreamStatus: 401,
      cause,
    });

    expect(error.cause).toBe(cause);
    expect(JSON.stringify(error)).not.toContain('secret');
    expect(toFailure(error)).toEqual({
      kind: 'auth',
      message: 'Tool read thing: HTTP 401',
      upstreamStatus: 401,
    });
  });
});
