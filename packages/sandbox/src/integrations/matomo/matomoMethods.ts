import { MatomoRefusal } from './MatomoRefusal';
import { createSite, MatomoSite, MatomoState } from './MatomoState';
import { parsePeriod } from './matomoPeriods';
import {
  countVisits,
  listGoals,
  listPages,
  toActions,
  toConversions,
  toVisitsSummary,
} from './matomoReports';

/** Parameters of a call: those of a form, lists as lists. */
export type MatomoParams = Record<string, string | string[] | undefined>;

type MatomoMethod = (state: MatomoState, params: MatomoParams) => unknown;

function readText(params: MatomoParams, name: string): string {
  const value = params[name];
  if (typeof value !== 'string' || value === '') {
    throw new MatomoRefusal(`Please specify a value for '${name}'.`);
  }
  return value;
}

const readList = (value: string | string[] | undefined): string[] =>
  (Array.isArray(value) ? value : [value ?? '']).filter(Boolean);

/** @throws MatomoRefusal for a site that does not exist */
function readSite(state: MatomoState, params: MatomoParams): MatomoSite {
  const id = readText(params, 'idSite');
  const site = state.sites.get(id);
  if (!site) {
    throw new MatomoRefusal(
      `An unexpected website was found in the request: website id was set to '${id}' .`,
    );
  }
  return site;
}

function readUrls(params: MatomoParams): string[] {
  const urls = readList(params.urls).map(url => url.replace(/\/+$/, ''));
  for (const url of urls) {
    if (!/^https?:\/\/[^/]+/.test(url)) {
      throw new MatomoRefusal(`The URL '${url}' is not a valid URL.`);
    }
  }
  return urls;
}

/** A site as the API tells it. */
function toAnswer({ urls: _urls, ...site }: MatomoSite): object {
  return {
    ...site,
    sitesearch_keyword_parameters: '',
    sitesearch_category_parameters: '',
    exclude_unknown_urls: 0,
    excluded_user_agents: '',
    excluded_referrers: '',
    type: 'website',
    keep_url_fragment: 0,
    creator_login: 'sre',
    timezone_name: 'France - Paris',
    currency_name: 'Euro',
  };
}

/** A report for the days that are asked: one, or one for each day, week or month. */
function report(
  compute: (
    state: MatomoState,
    siteId: number,
    days: string[],
    params: MatomoParams,
  ) => unknown,
  options: { emptyDayIsList?: boolean } = {},
): MatomoMethod {
  return (state, params) => {
    const { idsite } = readSite(state, params);
    const period = parsePeriod(
      readText(params, 'period'),
      readText(params, 'date'),
      state.today,
    );
    if ('days' in period) {
      const value = compute(state, idsite, period.days, params);
      return typeof value === 'number' ? { value } : value;
    }
    return Object.fromEntries(
      period.byKey.map(({ key, days }) => {
        const isEmpty =
          options.emptyDayIsList && countVisits(state, idsite, days) === 0;
        return [key, isEmpty ? [] : compute(state, idsite, days, params)];
      }),
    );
  };
}

const succeeded = { result: 'success', message: 'ok' };

function applySettings(
  site: Omit<MatomoSite, 'idsite' | 'ts_created'>,
  params: MatomoParams,
) {
  const text = (name: string, known: string) => {
    const value = params[name];
    return typeof value === 'string' ? value : known;
  };
  return {
    ...site,
    ecommerce: Number(text('ecommerce', String(site.ecommerce))),
    sitesearch: Number(text('siteSearch', String(site.sitesearch))),
    timezone: text('timezone', site.timezone),
    currency: text('currency', site.currency),
    group: text('group', site.group),
    excluded_ips: text('excludedIps', site.excluded_ips),
    excluded_parameters: text(
      'excludedQueryParameters',
      site.excluded_parameters,
    ),
  };
}

const listSites: MatomoMethod = state => state.sites.list().map(toAnswer);

/** Every method of the API that the sandbox's Matomo has; the others do not exist. */
export const matomoMethods: Record<string, MatomoMethod> = {
  'API.getMatomoVersion': () => ({ value: '5.3.2' }),

  'SitesManager.getSiteFromId': (state, params) =>
    toAnswer(readSite(state, params)),
  'SitesManager.getSiteUrlsFromId': (state, params) =>
    readSite(state, params).urls,
  'SitesManager.getAllSites': listSites,
  'SitesManager.getSitesWithAdminAccess': listSites,
  'SitesManager.getSitesWithAtLeastViewAccess': listSites,
  'SitesManager.getSitesFromGroup': (state, params) =>
    state.sites
      .list()
      .filter(({ group }) => group === (params.group ?? ''))
      .map(toAnswer),
  'SitesManager.getPatternMatchSites': (state, params) => {
    const pattern = readText(params, 'pattern').toLowerCase();
    return state.sites
      .list()
      .filter(
        ({ name, main_url, idsite }) =>
          `${name} ${main_url}`.toLowerCase().includes(pattern) ||
          String(idsite) === pattern,
      )
      .slice(0, Number(params.limit) || undefined)
      .map(toAnswer);
  },
  'SitesManager.getSitesIdFromSiteUrl': (state, params) => {
    const url = readText(params, 'url').replace(/\/+$/, '');
    return state.sites
      .list()
      .filter(({ urls }) => urls.includes(url))
      .map(({ idsite }) => ({ idsite }));
  },
  'SitesManager.addSite': (state, params) => {
    const name = readText(params, 'siteName');
    const site = applySettings(createSite(name, readUrls(params)), params);
    return { value: state.addSite(site).idsite };
  },
  'SitesManager.updateSite': (state, params) => {
    const site = readSite(state, params);
    const urls = readUrls(params);
    state.sites.put(String(site.idsite), {
      ...site,
      ...applySettings(site, params),
      name: typeof params.siteName === 'string' ? params.siteName : site.name,
      ...(urls.length > 0 && { urls, main_url: urls[0] }),
    });
    return succeeded;
  },
  'SitesManager.deleteSite': (state, params) => {
    state.deleteSite(readSite(state, params).idsite);
    return succeeded;
  },

  // Matomo answers an empty list, not zeros, for a day without visits within several days.
  'VisitsSummary.get': report(
    (state, id, days, params) =>
      toVisitsSummary(state, id, days, String(params.period)),
    { emptyDayIsList: true },
  ),
  'VisitsSummary.getVisits': report(countVisits),
  'Actions.get': report(toActions, { emptyDayIsList: true }),
  'Actions.getPageUrls': report((state, id, days, params) => {
    const limit = Number(params.filter_limit ?? 100);
    const offset = Number(params.filter_offset ?? 0);
    const pages = listPages(state, id, days);
    return pages.slice(offset, limit < 0 ? undefined : offset + limit);
  }),
  'Goals.getGoals': (state, params) => {
    const { idsite } = readSite(state, params);
    const goals = listGoals(state, idsite).map(goal => [
      goal.idgoal,
      {
        idsite,
        ...goal,
        description: '',
        match_attribute: 'url',
        pattern_type: 'contains',
        case_sensitive: 0,
        allow_multiple: 0,
        revenue: 0,
        deleted: 0,
      },
    ]);
    // PHP makes an object of a list that does not start at 0, and a list of an empty one.
    return goals.length > 0 ? Object.fromEntries(goals) : [];
  },
  'Goals.get': report((state, id, days, params) =>
    toConversions(state, id, days, {
      goalId: params.idGoal ? Number(params.idGoal) : undefined,
      everyGoal: params.showAllGoalSpecificMetrics === '1',
    }),
  ),
  // Nobody is tracked with a User ID, and nobody may look at single visits.
  'UserId.getUsers': report(() => []),
  'Live.getLastVisitsDetails': (state, params) => {
    readSite(state, params);
    throw new MatomoRefusal(
      'Visits log is deactivated globally. A user with super user access can enable this feature in the general settings.',
    );
  },
};
