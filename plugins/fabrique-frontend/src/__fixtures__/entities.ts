import { Entity } from '@backstage/catalog-model';

/** An application of the Fabrique. */
export const domifa: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'domifa',
    annotations: { 'sentry.io/project-slug': 'domifa-backend' },
  },
  spec: { type: 'website', lifecycle: 'production', owner: 'group:domifa' },
};
