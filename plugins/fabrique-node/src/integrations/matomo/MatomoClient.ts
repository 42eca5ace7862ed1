import { z } from 'zod/v4';
import {
  isUpstreamError,
  parseAnswer,
  UpstreamClient,
  UpstreamPolicyTuning,
} from '../../upstream';
import { MatomoConfig } from './config';
import {
  MatomoConversions,
  MatomoGoals,
  MatomoPages,
  MatomoRecordings,
  MatomoRefusal,
  MatomoSite,
  MatomoSummary,
  MatomoUsers,
  MatomoVisitsByDay,
} from './schema';
import { toMatomoError } from './toMatomoError';

/**
 * What Matomo says of one site. What only an optional plugin knows is absent where Matomo has not got it.
 *
 * @public
 */
export interface MatomoSiteReport {
  site: MatomoSite;
  /** The last 37 days of the site's own time zone, today included. */
  visitsByDay: MatomoVisitsByDay;
  /** Of the last 30 days. */
  summary: MatomoSummary;
  pages: MatomoPages;
  goals?: MatomoGoals;
  conversions?: MatomoConversions;
  /** At most one; empty when nobody was tracked with a User ID. */
  users?: MatomoUsers;
  heatmaps?: MatomoRecordings;
  sessionRecordings?: MatomoRecordings;
  /** Whether Matomo shows single visits of this site to anybody. */
  hasVisitorLog?: boolean;
}

type ReportCall = Record<string, string | number>;

/**
 * Reads sites of Matomo. Every method throws `UpstreamError`.
 *
 * @see https://developer.matomo.org/api-reference/reporting-api
 *
 * @public
 */
export class MatomoClient {
  readonly #http: UpstreamClient;
  readonly #token: string;

  /** Makes a client of one Matomo. */
  static create(
    config: MatomoConfig,
    tuning: UpstreamPolicyTuning = {},
  ): MatomoClient {
    const http = UpstreamClient.create({
      ...tuning,
      service: 'Matomo',
      baseUrl: config.baseUrl,
      secrets: [config.token],
    });
    return new MatomoClient(http, config.token);
  }

  private constructor(http: UpstreamClient, token: string) {
    this.#http = http;
    this.#token = token;
  }

  /** Reads a site and its reports of the last 30 days, in one request. */
  async getSiteReport(
    siteId: number,
    options: { signal?: AbortSignal },
  ): Promise<MatomoSiteReport> {
    const of30Days = { idSite: siteId, period: 'range', date: 'last30' };
    const answers = await this.#readBulk(
      'read site',
      [
        { method: 'SitesManager.getSiteFromId', idSite: siteId },
        {
          method: 'VisitsSummary.getVisits',
          idSite: siteId,
          period: 'day',
          date: 'last37',
        },
        { method: 'VisitsSummary.get', ...of30Days },
        {
          method: 'Actions.getPageUrls',
          ...of30Days,
          flat: 1,
          filter_sort_column: 'nb_visits',
          filter_sort_order: 'desc',
          filter_limit: 5,
        },
        { method: 'Goals.getGoals', idSite: siteId },
        { method: 'Goals.get', ...of30Days, showAllGoalSpecificMetrics: 1 },
        { method: 'UserId.getUsers', ...of30Days, filter_limit: 1 },
        { method: 'HeatmapSessionRecording.getHeatmaps', idSite: siteId },
        {
          method: 'HeatmapSessionRecording.getSessionRecordings',
          idSite: siteId,
        },
        {
          // Whether it may be asked is the answer: of a day before all visits, it holds no person's data.
          method: 'Live.getLastVisitsDetails',
          idSite: siteId,
          period: 'day',
          date: '2000-01-01',
          filter_limit: 1,
          doNotFetchActions: 1,
        },
      ],
      options,
    );
    const [site, visits, summary, pages, goals, conversions, ...privacy] =
      answers;
    const [users, heatmaps, sessionRecordings, visitorLog] = privacy;
    return {
      // Some versions answer a list of one.
      site: toAnswer(
        'read site',
        MatomoSite,
        Array.isArray(site) ? site[0] : site,
      ),
      visitsByDay: toAnswer('read visits', MatomoVisitsByDay, visits),
      summary: toAnswer('read summary', MatomoSummary, summary),
      pages: toAnswer('read pages', MatomoPages, pages),
      goals: toOptionalAnswer(MatomoGoals, goals),
      conversions: toOptionalAnswer(MatomoConversions, conversions),
      users: toOptionalAnswer(MatomoUsers, users),
      heatmaps: toRecordings(heatmaps),
      sessionRecordings: toRecordings(sessionRecordings),
      hasVisitorLog: toVisitorLog(visitorLog),
    };
  }

  async #readBulk(
    operation: string,
    calls: ReportCall[],
    options: { signal?: AbortSignal },
  ): Promise<unknown[]> {
    const urls = calls.map((call, index) => [
      `urls[${index}]`,
      toQueryString(call),
    ]);
    const { body } = await this.#http.requestJson(
      '/index.php',
      z.union([z.array(z.unknown()), MatomoRefusal]),
      {
        operation,
        method: 'POST',
        idempotent: true,
        // Matomo takes the token from the body only, and so it is in no access log.
        form: {
          module: 'API',
          method: 'API.getBulkRequest',
          format: 'json',
          token_auth: this.#token,
          ...Object.fromEntries(urls),
        },
        ...options,
      },
    );
    if (!Array.isArray(body)) throw toMatomoError(body.message, operation);
    return body;
  }
}

function toQueryString(call: ReportCall): string {
  return new URLSearchParams(
    Object.entries(call).map(([key, value]) => [key, String(value)]),
  ).toString();
}

function toAnswer<Schema extends z.ZodType>(
  name: string,
  schema: Schema,
  value: unknown,
): z.infer<Schema> {
  const refusal = MatomoRefusal.safeParse(value);
  if (refusal.success) throw toMatomoError(refusal.data.message, name);
  return parseAnswer(schema, value, { service: 'Matomo', name });
}

/** What belongs to a plugin that is not there cannot be in use. */
function toRecordings(value: unknown): MatomoRecordings | undefined {
  return isWithoutPlugin(value)
    ? []
    : toOptionalAnswer(MatomoRecordings, value);
}

function toVisitorLog(value: unknown): boolean | undefined {
  const refusal = MatomoRefusal.safeParse(value);
  if (!refusal.success) return Array.isArray(value) ? true : undefined;
  const isOff = /log is (deactivated|disabled)/i.test(refusal.data.message);
  return isOff || isWithoutPlugin(value) ? false : undefined;
}

function isWithoutPlugin(value: unknown): boolean {
  const refusal = MatomoRefusal.safeParse(value);
  return (
    refusal.success &&
    /plugin .*is not (enabled|activated)/i.test(refusal.data.message)
  );
}

/** For what belongs to plugins that a Matomo may not have: their absence hides nothing else. */
function toOptionalAnswer<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.infer<Schema> | undefined {
  try {
    return toAnswer('read report', schema, value);
  } catch (error) {
    if (isUpstreamError(error)) return undefined;
    throw error;
  }
}
