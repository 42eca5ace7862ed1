import { parseFieldSelector, parseLabelSelector } from './selectors';

const object = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name: 'app-1',
    namespace: 'domifa',
    labels: { owner: 'domifa', tier: 'web' },
  },
  status: { phase: 'Running' },
};

describe('selectors', () => {
  it.each([
    ['owner=domifa', true],
    ['owner==domifa,tier!=db', true],
    ['owner=other', false],
    ['owner in (domifa, egapro),tier notin (db)', true],
    ['owner notin (domifa)', false],
    ['tier,!component', true],
    ['component', false],
    ['component!=x', true],
  ])('reads the label selector %s', (selector, matches) => {
    expect(parseLabelSelector(selector)(object)).toBe(matches);
  });

  it.each([
    ['metadata.name=app-1,status.phase!=Pending', true],
    ['status.phase=Failed', false],
  ])('reads the field selector %s', (selector, matches) => {
    expect(parseFieldSelector(selector)(object)).toBe(matches);
  });

  it('refuses what it cannot read', () => {
    expect(() => parseLabelSelector('a=b=c')).toThrow(
      "unable to parse requirement: found 'a=b=c'",
    );
    expect(() => parseFieldSelector('spec.x=1')).toThrow(
      'field label not supported: spec.x',
    );
  });
});
