import {
  ANNOTATION_LOCATION,
  ANNOTATION_VIEW_URL,
  Entity,
} from '@backstage/catalog-model';

/** The file that describes an entity: its name, and where it can be read. */
export function toSourceFile(entity: Entity): { name: string; url?: string } {
  const annotations = entity.metadata.annotations ?? {};
  const address =
    annotations[ANNOTATION_VIEW_URL] ??
    annotations[ANNOTATION_LOCATION]?.replace(/^url:/, '');
  const url = /^https?:\/\//.test(address ?? '') ? address : undefined;
  const name = url?.split(/[?#]/)[0].split('/').pop();
  return { name: name || 'catalog-info.yaml', url };
}
