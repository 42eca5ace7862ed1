import { toGithubError } from './toGithubError';

describe('toGithubError', () => {
  it('reads what GitHub says, and of which fields, as words', () => {
    // As Octokit throws it: https://github.com/octokit/request-error.js
    const thrown = Object.assign(
      new Error(
        'Repository creation failed.: {"resource":"Repository","message":"name already exists on this account"} - https://docs.github.com/rest',
      ),
      {
        status: 422,
        response: {
          headers: {},
          data: {
            message: 'Repository creation failed.',
            errors: [{ message: 'name already exists on this account' }],
          },
        },
      },
    );
    expect(
      toGithubError(thrown, { service: 'GitHub', name: 'create repository' }),
    ).toMatchObject({
      message: 'GitHub create repository: HTTP 422',
      detail: 'Repository creation failed. name already exists on this account',
    });
  });
});
