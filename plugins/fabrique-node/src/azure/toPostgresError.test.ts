import { toPostgresError } from './toPostgresError';

describe('toPostgresError', () => {
  it.each([
    ['28P01', 'auth'],
    ['42501', 'forbidden'],
    ['3D000', 'not-found'],
    ['53300', 'unavailable'],
    ['57P03', 'unavailable'],
    ['57014', 'timeout'],
    ['0A000', 'invalid-response'],
  ])('says of %s that it is %s, in the words of Postgres', (code, kind) => {
    const error = Object.assign(new Error('the words'), { code });
    expect(toPostgresError(error, 'create database x')).toMatchObject({
      name: 'UpstreamError',
      message: `Postgres create database x: error ${code}`,
      kind,
      detail: 'the words',
    });
  });

  it('says of a connection that fails that it is the network', () => {
    const error = Object.assign(new Error('connect ECONNREFUSED'), {
      code: 'ECONNREFUSED',
    });
    expect(toPostgresError(error, 'read')).toMatchObject({ kind: 'network' });
  });
});
