import {
  compareVerdictLevels,
  createVerdict,
  FleetLevel,
  fleetLevels,
  FleetPage,
  FleetQuery,
  FleetRow,
  FleetService,
  integrationIds,
  VerdictReason,
} from '@socialgouv/backstage-plugin-fabrique-common';

const fetchedAt = '2026-11-20T11:58:00Z';

function toOk(...reasons: VerdictReason[]): FleetService {
  return { state: 'ok', ...createVerdict(reasons), fetchedAt };
}

const noneReady: VerdictReason = {
  level: 'problem',
  key: 'kubernetes.noneReady',
  params: { name: 'app', wanted: 2 },
};
const newIssues: VerdictReason = {
  level: 'attention',
  key: 'sentry.newIssues',
  params: { count: 12 },
};

function toLevel(services: Record<string, FleetService>): FleetLevel {
  const all = Object.values(services);
  const [worst] = all
    .flatMap(({ level }) => level ?? [])
    .sort(compareVerdictLevels);
  if (worst && worst !== 'ok') return worst;
  if (all.some(({ state }) => state === 'failed')) return 'unknown';
  return worst ?? 'none';
}

function toRow(
  name: string,
  owner: string | undefined,
  services: Record<string, FleetService>,
): FleetRow {
  return {
    entityRef: `component:default/${name}`,
    title: name,
    owner: owner && `group:default/${owner}`,
    system: `system:default/${name.split('-')[0]}`,
    lifecycle: 'production',
    level: toLevel(services),
    services,
  };
}

const notConfigured: FleetService = { state: 'not-configured' };
const notLinked: FleetService = { state: 'not-linked' };

/** Five applications, one in each state. */
export const fleetRows: FleetRow[] = [
  toRow('vao', 'vao', {
    kubernetes: toOk(noneReady),
    sentry: toOk(newIssues),
    grafana: notConfigured,
    matomo: notLinked,
  }),
  toRow('domifa', 'domifa', {
    kubernetes: toOk(),
    sentry: { ...toOk(newIssues), failureKind: 'timeout' },
    grafana: notConfigured,
    matomo: toOk(),
  }),
  toRow('egapro', 'egapro', {
    kubernetes: toOk(),
    sentry: { state: 'failed', failureKind: 'auth', fetchedAt },
    grafana: notConfigured,
    matomo: toOk(),
  }),
  toRow('cdtn', 'domifa', {
    kubernetes: toOk(),
    sentry: { state: 'pending' },
    grafana: notConfigured,
    matomo: toOk(),
  }),
  toRow('carnet', undefined, {
    kubernetes: notLinked,
    sentry: notLinked,
    grafana: notConfigured,
    matomo: notLinked,
  }),
];

/** As many applications as one wants, of which each 97th is ill. */
export function createFleetRows(size: number): FleetRow[] {
  return Array.from({ length: size }, (_, index) =>
    toRow(
      `app-${String(index).padStart(5, '0')}`,
      `team-${index % 250}`,
      Object.fromEntries(
        integrationIds.map(
          id => [
            id,
            id === 'sentry' && index % 97 === 0 ? toOk(newIssues) : toOk(),
          ],
        ),
      ),
    ),
  );
}

function isIll(service?: FleetService): boolean {
  return service?.state === 'failed' || Boolean(service?.reasons?.length);
}

/** Answers as the backend does. */
export function answerFleet(rows: FleetRow[], query: FleetQuery): FleetPage {
  const { owners, systems, levels, services, text = '' } = query;
  const { sort = 'level', descending, offset = 0, limit = 50 } = query;
  const others = rows.filter(
    row =>
      (owners?.includes(row.owner ?? '') ?? true) &&
      (systems?.includes(row.system ?? '') ?? true) &&
      (services?.some(id => isIll(row.services[id])) ?? true) &&
      row.title.includes(text),
  );
  const found = others.filter(row => levels?.includes(row.level) ?? true);
  const key = ({ level, title, owner = '' }: FleetRow) =>
    ({ level: String(fleetLevels.indexOf(level)), title, owner }[sort] ?? '');
  found.sort((a, b) => key(a).localeCompare(key(b)) * (descending ? -1 : 1));
  return {
    rows: found.slice(offset, offset + limit),
    total: found.length,
    levelCounts: Object.fromEntries(
      fleetLevels.map(level => [
        level,
        others.filter(row => row.level === level).length,
      ]),
    ) as FleetPage['levelCounts'],
    owners: [...new Set(rows.flatMap(row => row.owner ?? []))],
    systems: [...new Set(rows.flatMap(row => row.system ?? []))],
    environments: ['prod', 'preprod'],
    oldestAnswerAt: rows.length > 0 ? '2026-11-20T11:55:00Z' : undefined,
  };
}
