import { fleet, FleetApp } from '../../fleet/fleet';
import { DocumentStore } from '../../kernel/DocumentStore';
import { SandboxContext } from '../../kernel/Facade';
import { toLocalTime } from '../../fleet/series';

/** Token of the portal; Matomo takes it in the body of a POST only. */
export const matomoToken = 'sandbox-matomo-token';

/** Sites of the fleet are below; what people create is above. */
const lastSeededId = 60;

/** A site, in Matomo's own words. */
export interface MatomoSite {
  idsite: number;
  name: string;
  main_url: string;
  /** All addresses, the main one first. */
  urls: string[];
  ts_created: string;
  ecommerce: number;
  sitesearch: number;
  timezone: string;
  currency: string;
  group: string;
  excluded_ips: string;
  excluded_parameters: string;
}

/** What was counted on a site on one day, for those that applications reported. */
export interface TrackedDay {
  siteId: number;
  date: string;
  visits: number;
  bounces: number;
  actions: number;
  /** Sum over all visits, in seconds. */
  visitLength: number;
  pages: Record<string, { visits: number; hits: number }>;
  /** Visits under way, by a digest of the visitor. */
  visitors: Record<
    string,
    { firstAt: number; lastAt: number; actions: number; pages: string[] }
  >;
}

/** Sites, and what their pages reported, on disk. */
export class MatomoState {
  readonly sites: DocumentStore<MatomoSite>;
  readonly days: DocumentStore<TrackedDay>;
  readonly #context: SandboxContext;

  constructor(context: SandboxContext) {
    this.#context = context;
    this.sites = context.documents('matomo-sites');
    this.days = context.documents('matomo-days');
  }

  now(): Date {
    return this.#context.now();
  }

  /** Today, in the time zone of the sites. */
  get today(): string {
    return toLocalTime(this.now()).date;
  }

  seed(): void {
    if (this.sites.size > 0) return;
    this.sites.putAll(
      fleet.flatMap(app =>
        app.matomoSiteId
          ? [
              [
                String(app.matomoSiteId),
                {
                  ...createSite(app.title, [`https://${app.host}`]),
                  ecommerce: app.scenarios.includes('exemption-not-met')
                    ? 1
                    : 0,
                  idsite: app.matomoSiteId,
                  ts_created: '2022-01-10 09:00:00',
                },
              ],
            ]
          : [],
      ),
    );
  }

  /** Creates a site with the next number. */
  addSite(site: Omit<MatomoSite, 'idsite' | 'ts_created'>): MatomoSite {
    const ids = this.sites.list().map(({ idsite }) => idsite);
    const idsite = Math.max(lastSeededId, ...ids) + 1;
    const ts_created = this.now().toISOString().replace('T', ' ').slice(0, 19);
    return this.sites.put(String(idsite), { ...site, idsite, ts_created });
  }

  deleteSite(idsite: number): void {
    this.sites.delete(String(idsite));
    for (const { siteId, date } of this.days.list()) {
      if (siteId === idsite) this.days.delete(toDayKey(siteId, date));
    }
  }

  /** The application of the fleet whose history a site has. */
  findApp(siteId: number): FleetApp | undefined {
    return fleet.find(({ matomoSiteId }) => matomoSiteId === siteId);
  }

  findDay(siteId: number, date: string): TrackedDay | undefined {
    return this.days.get(toDayKey(siteId, date));
  }

  putDay(day: TrackedDay): void {
    this.days.put(toDayKey(day.siteId, day.date), day);
  }
}

function toDayKey(siteId: number, date: string): string {
  return `${siteId}/${date}`;
}

/** A site with the settings that a new one has. */
export function createSite(
  name: string,
  urls: string[],
): Omit<MatomoSite, 'idsite' | 'ts_created'> {
  return {
    name,
    main_url: urls[0],
    urls,
    ecommerce: 0,
    sitesearch: 1,
    timezone: 'Europe/Paris',
    currency: 'EUR',
    group: '',
    excluded_ips: '',
    excluded_parameters: '',
  };
}
