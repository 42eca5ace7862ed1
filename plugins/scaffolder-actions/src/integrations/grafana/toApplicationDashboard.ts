/** One graph: where it stands, what it asks of Prometheus, and how its lines are called. */
interface Graph {
  title: string;
  expr: string;
  legend: string;
  unit: string;
}

/**
 * A first dashboard of an application, for its team to go on from: processor, memory and restarts of its
 * pods, and what reaches it through the ingress controller.
 *
 * @param namespaces - regular expression of the application's namespaces, for Prometheus
 *
 * @see https://grafana.com/docs/grafana/latest/dashboards/build-dashboards/view-dashboard-json-model/
 */
export function toApplicationDashboard(application: {
  uid: string;
  name: string;
  namespaces: string;
  datasource: string;
}) {
  const { uid, name, namespaces, datasource } = application;
  const pods = 'namespace=~"$namespace", container!=""';
  const requests = 'exported_namespace=~"$namespace"';
  const graphs: Graph[] = [
    {
      title: 'Processeur',
      expr: `sum by (pod) (rate(container_cpu_usage_seconds_total{${pods}}[5m]))`,
      legend: '{{pod}}',
      unit: 'short',
    },
    {
      title: 'Mémoire',
      expr: `sum by (pod) (container_memory_working_set_bytes{${pods}})`,
      legend: '{{pod}}',
      unit: 'bytes',
    },
    {
      title: 'Redémarrages sur une heure',
      expr: 'sum by (pod) (increase(kube_pod_container_status_restarts_total{namespace=~"$namespace"}[1h]))',
      legend: '{{pod}}',
      unit: 'short',
    },
    {
      title: 'Requêtes par seconde, par code de réponse',
      expr: `sum by (status) (rate(nginx_ingress_controller_requests{${requests}}[5m]))`,
      legend: '{{status}}',
      unit: 'reqps',
    },
    {
      title: 'Temps de réponse, 95e centile',
      expr: `histogram_quantile(0.95, sum by (le) (rate(nginx_ingress_controller_request_duration_seconds_bucket{${requests}}[5m])))`,
      legend: '95 %',
      unit: 's',
    },
  ];
  const source = { type: 'prometheus', uid: datasource };
  return {
    uid,
    title: `${name} – application`,
    tags: [name],
    schemaVersion: 41,
    editable: true,
    refresh: '1m',
    time: { from: 'now-6h', to: 'now' },
    templating: {
      list: [
        {
          name: 'namespace',
          type: 'query',
          label: 'Namespace',
          datasource: source,
          query: 'label_values(kube_namespace_created, namespace)',
          regex: `/^(?:${namespaces})$/`,
          refresh: 2,
          multi: true,
          includeAll: true,
          current: { text: 'All', value: '$__all' },
        },
      ],
    },
    panels: graphs.map(({ title, expr, legend, unit }, index) => ({
      id: index + 1,
      type: 'timeseries',
      title,
      datasource: source,
      gridPos: {
        x: (index % 2) * 12,
        y: Math.floor(index / 2) * 8,
        w: 12,
        h: 8,
      },
      fieldConfig: { defaults: { unit, min: 0 }, overrides: [] },
      targets: [{ refId: 'A', datasource: source, expr, legendFormat: legend }],
    })),
  };
}
