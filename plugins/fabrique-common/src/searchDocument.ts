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
