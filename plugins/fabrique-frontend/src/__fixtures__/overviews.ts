import {
  createVerdict,
  defaultThresholds,
  EntityOverview,
  getLinkAnnotation,
  IntegrationId,
  ServiceScope,
  toGithubVerdict,
  toGitlabVerdict,
  toGrafanaVerdict,
  toKubernetesVerdict,
  toMatomoVerdict,
  toSentryVerdict,
  Verdict,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { azureBlobViews } from '../integrations/azure-blob/__fixtures__/views';
import { azurePostgresViews } from '../integrations/azure-postgres/__fixtures__/views';
import { githubViews } from '../integrations/github/__fixtures__/views';
import { gitlabViews } from '../integrations/gitlab/__fixtures__/views';
import { grafanaViews } from '../integrations/grafana/__fixtures__/views';
import { kubernetesViews } from '../integrations/kubernetes/__fixtures__/views';
import { matomoViews } from '../integrations/matomo/__fixtures__/views';
import { nextcloudViews } from '../integrations/nextcloud/__fixtures__/views';
import { office365Views } from '../integrations/office365/__fixtures__/views';
import { sentryViews } from '../integrations/sentry/__fixtures__/views';
import { tipimailViews } from '../integrations/tipimail/__fixtures__/views';
import { upptimeViews } from '../integrations/upptime/__fixtures__/views';
import { fixtureTime } from './series';

const now = new Date(fixtureTime);
const limits = defaultThresholds;
const sender = 'ne-pas-repondre@domifa.example';

function toOk<View>(
  title: string,
  view: View,
  verdict: Verdict,
  scope?: ServiceScope,
) {
  return {
    state: 'ok' as const,
    scope,
    linked: { title, url: `https://tool.example/${title}` },
    view,
    verdict,
    fetchedAt: '2026-11-20T11:59:00Z',
  };
}

/** A service that the entity says nothing about. */
export function toNotLinked(id: IntegrationId): {
  state: 'not-linked';
  annotation: string;
  example: string;
} {
  const { name, example } = getLinkAnnotation(id);
  return { state: 'not-linked', annotation: name, example };
}

const well: EntityOverview['services'] = {
  kubernetes: toOk('owner=domifa', kubernetesViews.ok, createVerdict([]), 'branch'),
  gitlab: toOk('SocialGouv/domifa', gitlabViews.ok, createVerdict([])),
  github: toOk('SocialGouv/domifa', githubViews.ok, createVerdict([]), 'everywhere'),
  upptime: toOk('domifa.example', upptimeViews.ok, createVerdict([]), 'production'),
  sentry: toOk('domifa-backend', sentryViews.ok, createVerdict([]), 'environment'),
  grafana: toOk('domifa', grafanaViews.ok, createVerdict([])),
  matomo: toOk('Domifa', matomoViews.ok, createVerdict([])),
  'azure-postgres': toOk(
    'domifaprodserver/domifa',
    azurePostgresViews.ok,
    createVerdict([]),
  ),
  'azure-blob': toOk('domifaprod', azureBlobViews.ok, createVerdict([])),
  tipimail: toOk(sender, tipimailViews.ok, createVerdict([])),
  nextcloud: toOk('Produits/DomiFa', nextcloudViews.ok, createVerdict([])),
  office365: toOk('contact.domifa@fabrique.example', office365Views.ok, createVerdict([])),
};

function toOverview(
  services: Partial<EntityOverview['services']>,
): EntityOverview {
  return {
    entityRef: 'component:default/domifa',
    environment: 'prod',
    services: { ...well, ...services },
  };
}

/** Overviews of an entity as the backend answers them. */
export const overviews = {
  well: toOverview({}),
  ill: toOverview({
    kubernetes: toOk(
      'owner=domifa',
      kubernetesViews.noneReady,
      toKubernetesVerdict(kubernetesViews.noneReady, limits.kubernetes, now),
    ),
    gitlab: toOk(
      'SocialGouv/domifa',
      gitlabViews.mirrorBehind,
      toGitlabVerdict(gitlabViews.mirrorBehind, limits.gitlab, now),
    ),
    github: toOk(
      'SocialGouv/domifa',
      githubViews.unprotected,
      toGithubVerdict(githubViews.unprotected, limits.github),
    ),
    sentry: toOk(
      'domifa-backend',
      sentryViews.newIssues,
      toSentryVerdict(sentryViews.newIssues, limits.sentry),
    ),
    grafana: toOk(
      'domifa',
      grafanaViews.criticalAlert,
      toGrafanaVerdict(grafanaViews.criticalAlert, limits.grafana),
    ),
    matomo: toOk(
      'Domifa',
      matomoViews.exemptionNotMet,
      toMatomoVerdict(matomoViews.exemptionNotMet, limits.matomo),
    ),
  }),
  mixed: toOverview({
    gitlab: {
      state: 'failed',
      linked: {
        title: 'SocialGouv/domifa',
        url: 'https://tool.example/SocialGouv/domifa',
      },
      annotation: 'gitlab.com/project-slug',
      failure: { kind: 'unavailable', message: 'GitLab', upstreamStatus: 503 },
    },
    github: {
      ...toOk('SocialGouv/domifa', githubViews.ok, createVerdict([])),
      fetchedAt: '2026-11-20T11:48:00Z',
      stale: true,
      failure: { kind: 'timeout', message: 'GitHub', timeoutSeconds: 10 },
    },
    sentry: { state: 'pending', linked: { title: 'domifa-backend' } },
    grafana: { state: 'not-configured' },
    matomo: toNotLinked('matomo'),
  }),
  empty: toOverview({
    kubernetes: toOk('owner=domifa', kubernetesViews.empty, createVerdict([])),
    gitlab: toOk('SocialGouv/domifa', gitlabViews.empty, createVerdict([])),
    github: toOk('SocialGouv/domifa', githubViews.empty, createVerdict([])),
    upptime: toOk('domifa.example', upptimeViews.empty, createVerdict([])),
    sentry: toOk('domifa-backend', sentryViews.empty, createVerdict([])),
    grafana: toOk('domifa', grafanaViews.empty, createVerdict([])),
    matomo: toOk('Nouveau site', matomoViews.empty, createVerdict([])),
    'azure-postgres': toOk(
      'nouveau',
      azurePostgresViews.empty,
      createVerdict([]),
    ),
    'azure-blob': toOk('nouveau', azureBlobViews.empty, createVerdict([])),
    tipimail: toOk(sender, tipimailViews.empty, createVerdict([])),
    nextcloud: toOk('Produits/DomiFa', nextcloudViews.empty, createVerdict([])),
    office365: toOk('contact.domifa@fabrique.example', office365Views.empty, createVerdict([])),
  }),
  unlinked: toOverview({
    kubernetes: toNotLinked('kubernetes'),
    gitlab: toNotLinked('gitlab'),
    github: toNotLinked('github'),
    upptime: toNotLinked('upptime'),
    sentry: toNotLinked('sentry'),
    grafana: toNotLinked('grafana'),
    matomo: toNotLinked('matomo'),
    'azure-postgres': toNotLinked('azure-postgres'),
    'azure-blob': toNotLinked('azure-blob'),
    tipimail: toNotLinked('tipimail'),
    nextcloud: toNotLinked('nextcloud'),
    office365: toNotLinked('office365'),
  }),
} satisfies Record<string, EntityOverview>;
