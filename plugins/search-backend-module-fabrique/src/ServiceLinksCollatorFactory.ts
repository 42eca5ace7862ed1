import { Readable } from 'stream';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import {
  DocumentCollatorFactory,
  IndexableDocument,
} from '@backstage/plugin-search-common';
import {
  ComponentLinks,
  ServiceLinksDocument,
  serviceLinksDocumentType,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { ServiceLinksClient } from './ServiceLinksClient';

/** Makes a document of each application that is linked to something. */
export class ServiceLinksCollatorFactory implements DocumentCollatorFactory {
  readonly type = serviceLinksDocumentType;
  /** Whoever may see the entity may see what its own file says. */
  readonly visibilityPermission = catalogEntityReadPermission;
  readonly #client: Pick<ServiceLinksClient, 'readPage'>;

  constructor(client: Pick<ServiceLinksClient, 'readPage'>) {
    this.#client = client;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#execute());
  }

  async *#execute(): AsyncGenerator<IndexableDocument> {
    let cursor: string | undefined;
    do {
      const { components, nextCursor } = await this.#client.readPage(cursor);
      yield* components.map(toDocument);
      cursor = nextCursor;
    } while (cursor);
  }
}

/** What the search keeps of an application. */
export function toDocument(
  component: ComponentLinks,
): IndexableDocument & ServiceLinksDocument {
  const { entityRef, links } = component;
  const [kind, namespace, name] = entityRef.split(/[:/]/);
  return {
    ...component,
    text: [name, ...links.flatMap(({ value }) => toSearchWords(value))].join(
      ' ',
    ),
    location: `/catalog/${[namespace, kind, name]
      .map(encodeURIComponent)
      .join('/')}`,
    authorization: { resourceRef: entityRef },
  };
}

/** The value and its parts: search engines take `SocialGouv/domifa` for one word. */
function toSearchWords(value: string): string[] {
  const parts = value.split(/[^\p{L}\p{N}_-]+/u).filter(Boolean);
  return parts.length > 1 ? [value, ...parts] : [value];
}
