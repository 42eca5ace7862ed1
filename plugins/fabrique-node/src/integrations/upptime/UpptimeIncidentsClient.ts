import { GithubApi, toLastPage } from '../../scm';
import { UpptimeConfig } from './config';
import { UpptimeIssues } from './schema';

const perPage = 100;
const mostPages = 5;

/**
 * Reads the incidents that UppTime notes as issues of its repository, with the label `status` and the
 * site's slug as another one.
 *
 * @see https://upptime.js.org/docs
 *
 * @public
 */
export class UpptimeIncidentsClient {
  readonly #api: GithubApi;
  readonly #repository: NonNullable<UpptimeConfig['repository']>;

  /** Makes a client of one repository. */
  static create(
    api: GithubApi,
    repository: NonNullable<UpptimeConfig['repository']>,
  ): UpptimeIncidentsClient {
    return new UpptimeIncidentsClient(api, repository);
  }

  private constructor(
    api: GithubApi,
    repository: NonNullable<UpptimeConfig['repository']>,
  ) {
    this.#api = api;
    this.#repository = repository;
  }

  /**
   * Incidents of all sites that began or ended since a time, newest first, 500 at most.
   *
   * @throws UpstreamError
   */
  async listIncidents(
    query: { since: Date },
    options: { signal?: AbortSignal },
  ): Promise<UpptimeIssues> {
    const incidents: UpptimeIssues = [];
    let lastPage = 1;
    for (let page = 1; page <= Math.min(lastPage, mostPages); page++) {
      const { body, link } = await this.#api.call(
        { name: 'list incidents', owner: this.#repository.owner, ...options },
        UpptimeIssues,
        (octokit, request) =>
          octokit.rest.issues.listForRepo({
            ...this.#repository,
            labels: 'status',
            state: 'all',
            since: query.since.toISOString(),
            sort: 'created',
            direction: 'desc',
            per_page: perPage,
            page,
            request,
          }),
      );
      incidents.push(...body);
      lastPage = Math.max(lastPage, toLastPage(link));
    }
    return incidents;
  }
}
