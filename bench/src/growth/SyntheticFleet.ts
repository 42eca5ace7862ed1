import { Entity } from '@backstage/catalog-model';
import { parse } from 'yaml';
import { fleet } from '../../../packages/sandbox/src/fleet/fleet';
import { toCatalogInfo } from '../../../packages/sandbox/src/fleet/seedCatalog';

const templates = fleet.map(app =>
  parse(toCatalogInfo(app, 'http://127.0.0.1')),
);

/**
 * Component number `index` of a fleet of any size: one of the sandbox's applications, with the mark
 * `-c00042` in every name by which it is linked, so that each component is a question of its own.
 * `startUpstreamProxies` takes the mark off again.
 */
export function toSyntheticComponent(index: number): Entity {
  const template = templates[index % templates.length];
  const digits = String(index).padStart(5, '0');
  const mark = `-c${digits}`;
  const { annotations } = template.metadata;
  const marked = Object.entries<string>(annotations).map(([name, value]) => {
    if (name === 'matomo.io/site-id') return [name, `${index + 1}0${value}`];
    if (name.endsWith('/upptime-url')) return [name, value];
    if (value.includes('@')) {
      return [name, value.replaceAll('@', `${mark}@`)];
    }
    if (/\/azure-pg-(server|database)/.test(name)) {
      return name.includes('database')
        ? [name, `${value}_c${digits}`]
        : [name, value];
    }
    return [name, `${value.replace(/\/$/, '')}${mark}`];
  });
  return {
    ...template,
    metadata: {
      ...template.metadata,
      namespace: 'default',
      name: template.metadata.name + mark,
      annotations: Object.fromEntries(marked),
    },
  };
}

/** What the plugin reads of a catalog, made up while it is read: it takes no memory of its own. */
export function createSyntheticCatalog(size: number) {
  return {
    async *streamEntities({ pageSize = 500 }: { pageSize?: number } = {}) {
      for (let start = 0; start < size; start += pageSize) {
        const length = Math.min(pageSize, size - start);
        yield Array.from({ length }, (_, i) => toSyntheticComponent(start + i));
      }
    },
    async getEntityByRef(ref: string) {
      const index = /-c(\d{5})$/.exec(ref)?.[1];
      return index === undefined
        ? undefined
        : toSyntheticComponent(Number(index));
    },
  };
}
