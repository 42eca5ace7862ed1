import { LoggerService, UrlReaderService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { isError, toError } from '@backstage/errors';
import {
  CatalogProcessor,
  CatalogProcessorCache,
  CatalogProcessorEmit,
} from '@backstage/plugin-catalog-node';
import {
  AnnotationFinding,
  checkAnnotations,
  LocatedFinding,
  withFindings,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { locateFindings } from '@socialgouv/fabrique-cli';

type Location = Parameters<
  NonNullable<CatalogProcessor['preProcessEntity']>
>[1];

/** What was found last time, and in which version of the file. */
type Known = {
  findings: string;
  etag?: string;
  /** JSON, as the type of the cache has no place for interfaces. */
  located: string;
};

/**
 * Writes what is wrong with the annotations of an entity into an annotation of its own. It warns, and
 * refuses nothing: an entity with a wrong link is better than none. Only where something is wrong is the
 * file read again, for the lines; and only when it has changed.
 */
export class AnnotationFindingsProcessor implements CatalogProcessor {
  readonly #logger: LoggerService;
  readonly #reader: UrlReaderService;

  constructor(options: { logger: LoggerService; reader: UrlReaderService }) {
    this.#logger = options.logger;
    this.#reader = options.reader;
  }

  getProcessorName(): string {
    return 'FabriqueAnnotationFindingsProcessor';
  }

  async preProcessEntity(
    entity: Entity,
    location: Location,
    _emit: CatalogProcessorEmit,
    _originLocation: Location,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    const findings = checkAnnotations(entity);
    const isMap = findings.every(({ code }) => code !== 'not-a-map');
    // Where there is nowhere to write, the catalog refuses the entity anyway.
    if (findings.length === 0 || !isMap) return entity;
    return withFindings(
      entity,
      location.type === 'url'
        ? await this.#locate(entity, findings, location.target, cache)
        : findings,
    );
  }

  async #locate(
    entity: Entity,
    findings: AnnotationFinding[],
    url: string,
    cache: CatalogProcessorCache,
  ): Promise<LocatedFinding[]> {
    const key = JSON.stringify(findings);
    const known = await cache.get<Known>('findings');
    const isSame = known?.findings === key;
    try {
      const file = await this.#reader.readUrl(url, {
        etag: isSame ? known.etag : undefined,
      });
      const text = (await file.buffer()).toString('utf8');
      const ref = stringifyEntityRef(entity);
      const located = locateFindings(text, ref, findings);
      await cache.set<Known>('findings', {
        findings: key,
        located: JSON.stringify(located),
        // A key without a value is not JSON, and would not be kept.
        ...(file.etag && { etag: file.etag }),
      });
      return located;
    } catch (error) {
      if (isSame) return JSON.parse(known.located);
      if (!isError(error) || error.name !== 'NotModifiedError') {
        // The findings stand without their lines; the catalog itself tells that a file cannot be read.
        this.#logger.debug(`Cannot read ${url}: ${toError(error).message}`);
      }
      return findings;
    }
  }
}
