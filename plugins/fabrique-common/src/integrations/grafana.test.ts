import { hasAnnotationForm } from '../annotations';
import {
  defaultGrafanaThresholds,
  grafanaAnnotation,
  toGrafanaVerdict,
} from './grafana';

const judge = (...severities: (string | undefined)[]) =>
  toGrafanaVerdict(
    {
      selector: 'domifa',
      dashboards: [],
      dashboardCount: 0,
      complete: true,
      links: [],
      firingAlerts: severities.map((severity, index) => ({
        name: `Alert ${index}`,
        severity,
        startedAt: '2026-11-23T08:00:00Z',
        url: 'https://grafana.example.com/alerting/list',
      })),
    },
    defaultGrafanaThresholds,
  );

describe('toGrafanaVerdict', () => {
  it('is well when nothing fires', () => {
    expect(judge()).toEqual({ level: 'ok', reasons: [] });
  });

  it('asks for attention, and calls a critical alert a problem, worst first', () => {
    expect(judge(undefined, 'warning').level).toBe('attention');
    expect(judge('warning', 'critical')).toEqual({
      level: 'problem',
      reasons: [
        {
          level: 'problem',
          key: 'grafana.criticalAlert',
          params: { name: 'Alert 1' },
        },
        {
          level: 'attention',
          key: 'grafana.alert',
          params: { name: 'Alert 0' },
        },
      ],
    });
  });
});

describe('grafanaAnnotation', () => {
  it.each([
    ['domifa', true],
    ['Domifa: api 2', true],
    ["tags @> 'domifa & co #1'", true],
    ["tags @> 'domifa' && tags @> 'api' || tags @> 'é'", true],
    ["title == 'domifa'", false],
    ["tags @> 'domifa' && ", false],
    ['a" || "b', false],
  ])('takes %s: %s', (value, isRight) => {
    expect(hasAnnotationForm(value, grafanaAnnotation)).toBe(isRight);
  });
});
