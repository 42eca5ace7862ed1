import { checkAnnotations } from './checkAnnotations';
import {
  findingsAnnotationName,
  readFindings,
  withFindings,
} from './findingsAnnotation';

const entity = {
  kind: 'Component',
  metadata: {
    name: 'domifa',
    annotations: {
      'matomo.io/site-id': 'x',
      [findingsAnnotationName]: 'written by hand',
    },
  },
};

describe('the findings of an entity', () => {
  it('are those of the last check, whatever was written', () => {
    const findings = checkAnnotations(entity).map(one => ({ ...one, line: 7 }));
    const checked = withFindings(entity, findings);
    expect(findings.map(({ code }) => code)).toEqual(['form', 'computed']);
    expect(readFindings(checked)).toEqual(findings);
    expect(withFindings(checked, [])).toEqual({
      kind: 'Component',
      metadata: { name: 'domifa', annotations: { 'matomo.io/site-id': 'x' } },
    });
  });

  it.each([
    undefined,
    'written by hand',
    '{"code":"form"}',
    '[null, 1, {"code":"form"}, {"code":1,"path":[],"params":{"name":"a"}}]',
    '[{"code":"form","path":["a"],"params":{"name":"a"},"rightForm":{}}]',
  ])('are none where nobody wrote them: %s', text => {
    const annotations = text ? { [findingsAnnotationName]: text } : undefined;
    expect(readFindings({ metadata: { annotations } })).toEqual([]);
  });
});
