import { Config } from '@backstage/config';
import { GrafanaProvisioner } from '@socialgouv/backstage-plugin-fabrique-node';
import { defineEnsureAction, EnsureKernel } from '../../ensure';
import { computeNames, environmentIds } from '../../naming/computeNames';
import { requireConfigured } from '../../requireConfigured';
import { createGrafanaRemovers } from './createGrafanaRemovers';
import {
  createAlertRuleResource,
  createDashboardResource,
  createFolderResource,
  toUid,
} from './createGrafanaResources';
import {
  alertRuleExamples,
  dashboardExamples,
  folderExamples,
} from './grafanaActions.examples';
import { toAlertRule } from './toAlertRule';
import { toApplicationDashboard } from './toApplicationDashboard';

interface Deps {
  kernel: EnsureKernel;
  config: Config;
  grafana: GrafanaProvisioner | undefined;
}

const requireGrafana = ({ grafana }: Deps, id: string) =>
  requireConfigured(grafana, id, 'Grafana', 'grafana');

const readDatasource = ({ config }: Deps) =>
  config.getOptionalString('fabrique.grafana.metricsDatasource') ??
  'prometheus';

/** The folder of an application: one for all that the actions make. */
const toFolder = (name: string, title = name) => ({ uid: toUid(name), title });

/** The actions of Grafana, and what undoes them. */
export function createGrafanaActions(deps: Deps) {
  const dashboard = createDashboardAction(deps);
  return {
    actions: [createFolderAction(deps), dashboard, createAlertRuleAction(deps)],
    dashboard,
    removers: deps.grafana ? createGrafanaRemovers(deps.grafana) : {},
  };
}

function createFolderAction(deps: Deps) {
  const id = 'fabrique:grafana:folder:ensure';
  return defineEnsureAction({
    id,
    kernel: deps.kernel,
    description:
      "Makes sure of the application's folder in Grafana. Its dashboards and alert rules go there.",
    examples: folderExamples,
    schema: {
      input: {
        name: z => z.string().describe('Name of the application.'),
        title: z =>
          z
            .string()
            .optional()
            .describe('Title of the folder; by default the name.'),
      },
      output: {
        uid: z => z.string().describe('Uid of the folder.'),
        url: z => z.string().describe('Page of the folder.'),
      },
    },
    prepare({ name, title }) {
      const grafana = requireGrafana(deps, id);
      const folder = toFolder(name, title);
      return {
        application: computeNames(deps.config, name).repository,
        resources: [createFolderResource(grafana, folder)],
        toOutputs: () => ({
          uid: folder.uid,
          url: grafana.toFolderUrl(folder.uid),
        }),
      };
    },
  });
}

function createDashboardAction(deps: Deps) {
  const id = 'fabrique:grafana:dashboard:ensure';
  return defineEnsureAction({
    id,
    kernel: deps.kernel,
    description:
      "Makes sure of a dashboard of the application in its folder, tagged with its name so that the application's page finds it: processor, memory and restarts of its pods, requests and response times. It is a beginning: a dashboard that exists stays as people have arranged it.",
    examples: dashboardExamples,
    schema: {
      input: {
        name: z => z.string().describe('Name of the application.'),
        suffix: z =>
          z
            .string()
            .regex(/^[a-z0-9-]+$/)
            .optional()
            .describe('Tells several dashboards apart; by default `app`.'),
      },
      output: {
        uid: z => z.string().describe('Uid of the dashboard.'),
        url: z => z.string().describe('Page of the dashboard.'),
        selector: z =>
          z
            .string()
            .describe('Value of the annotation grafana/dashboard-selector.'),
      },
    },
    prepare({ name, suffix = 'app' }, ctx) {
      const grafana = requireGrafana(deps, id);
      const { repository } = computeNames(deps.config, name);
      const folder = toFolder(name);
      const uid = toUid(`${name.slice(0, 39 - suffix.length)}-${suffix}`);
      const resource = createDashboardResource(grafana, {
        owner: { app: repository, task: ctx.task.id },
        folderUid: folder.uid,
        dashboard: toApplicationDashboard({
          uid,
          name,
          // Its own, and those of its environments and branches.
          namespaces: `${name}(-.*)?`,
          datasource: readDatasource(deps),
        }),
      });
      return {
        application: repository,
        resources: [createFolderResource(grafana, folder), resource],
        toOutputs: references => ({
          uid,
          url: references(resource.key) as string,
          selector: name,
        }),
      };
    },
  });
}

function createAlertRuleAction(deps: Deps) {
  const id = 'fabrique:grafana:alert-rule:ensure';
  return defineEnsureAction({
    id,
    kernel: deps.kernel,
    description:
      "Makes sure of an alert rule of the application in its folder, with the labels by which the application's page finds it. People may tune it in Grafana: a rule that exists stays as it is.",
    examples: alertRuleExamples,
    schema: {
      input: {
        name: z => z.string().describe('Name of the application.'),
        environment: z =>
          z.enum(environmentIds).describe('Environment that is watched.'),
        id: z =>
          z
            .string()
            .regex(/^[a-z0-9-]{1,12}$/)
            .describe('Tells the rules of an application apart: restarts.'),
        title: z => z.string().min(1).describe('What people read.'),
        expression: z =>
          z.string().min(1).describe('What Prometheus is asked, in PromQL.'),
        above: z => z.number().describe('It fires above this value.'),
        holdFor: z =>
          z
            .string()
            .regex(/^\d+[smh]$/)
            .optional()
            .describe('How long it must be so; by default 5m.'),
        severity: z =>
          z
            .enum(['warning', 'critical'])
            .optional()
            .describe('By default warning.'),
      },
      output: {
        uid: z => z.string().describe('Uid of the rule.'),
        url: z => z.string().describe('Page of the rule.'),
      },
    },
    prepare({ name, environment, id: ruleId, title, ...input }, ctx) {
      const grafana = requireGrafana(deps, id);
      const { repository, environments } = computeNames(deps.config, name);
      const folder = toFolder(name);
      const uid = toUid(`${name.slice(0, 18)}-${environment}-${ruleId}`);
      const { namespace, cluster } = environments[environment];
      const rule = createAlertRuleResource(grafana, {
        owner: { app: repository, task: ctx.task.id },
        environment,
        rule: toAlertRule({
          uid,
          title,
          folderUid: folder.uid,
          group: name,
          expression: input.expression,
          above: input.above,
          holdFor: input.holdFor ?? '5m',
          severity: input.severity ?? 'warning',
          labels: {
            component: name,
            environment,
            cluster,
            ...(namespace && { namespace }),
          },
          summary: `${name}, ${environment} : ${title}`,
          datasource: readDatasource(deps),
        }),
      });
      return {
        application: repository,
        resources: [createFolderResource(grafana, folder), rule],
        toOutputs: () => ({ uid, url: grafana.toAlertRuleUrl(uid) }),
      };
    },
  });
}
