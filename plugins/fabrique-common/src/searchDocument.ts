/**
 * Type of the search's documents in which an application is found by what it is linked to.
 *
 * @public
 */
export const serviceLinksDocumentType = 'fabrique-links';

/**
 * One component in the search, with what each service calls it. `text` holds these names, so that
 * they are found.
 *
 * @public
 */
export interface ServiceLinksDocument {
  title: string;
  text: string;
  /** Path of the page of the entity: `/catalog/default/component/domifa`. */
  location: string;
  entityRef: string;
  /** Ref of the owner. */
  owner?: string;
  /** By id of the service: the repository, the Sentry project, the host name, the database, the site. */
  links: { service: string; value: string }[];
}

/**
 * One component with what it is linked to.
 *
 * @public
 */
export type ComponentLinks = Pick<
  ServiceLinksDocument,
  'title' | 'entityRef' | 'owner' | 'links'
>;

/**
 * The answer of `GET /v1/links?cursor=`, for the search only. Components that are linked to nothing are
 * left out.
 *
 * @public
 */
export interface ComponentLinksPage {
  components: ComponentLinks[];
  /** Absent on the last page. */
  nextCursor?: string;
}
