import { parseAlertSelector, parseDashboardSelector } from './parseSelectors';

describe('parseDashboardSelector', () => {
  it.each([
    ['domifa', [['domifa']]],
    ["tags @> 'domifa'", [['domifa']]],
    ["tags @> 'domifa' && tags @> 'api'", [['domifa', 'api']]],
    [
      "tags @> 'a && b' && tags @> 'c'||tags @> 'd || e'",
      [['a && b', 'c'], ['d || e']],
    ],
  ])('reads %s', (selector, alternatives) => {
    expect(parseDashboardSelector(selector)).toEqual(alternatives);
  });
});

describe('parseAlertSelector', () => {
  it('reads labels', () => {
    expect(parseAlertSelector('component=domifa, team=SRE & co')).toEqual({
      component: 'domifa',
      team: 'SRE & co',
    });
  });
});
