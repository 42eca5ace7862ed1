import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  CatalogModelSources,
  createCatalogModelLayer,
  defaultCatalogEntityModel,
} from '@backstage/catalog-model/alpha';
import { catalogModelExtensionPoint } from '@backstage/plugin-catalog-node/alpha';
import {
  declaredAnnotations,
  listAnnotationNames,
} from '@socialgouv/backstage-plugin-fabrique-common';

/**
 * What the annotations of the Fabrique mean, for those who ask the catalog for its model: assistants,
 * editors.
 *
 * @alpha
 */
export const fabriqueCatalogModelLayer = createCatalogModelLayer({
  layerId: 'fabrique.social.gouv.fr/annotations',
  builder: model => {
    for (const definition of declaredAnnotations) {
      for (const name of listAnnotationNames(definition)) {
        model.addAnnotation({
          name,
          title: definition.title.en,
          description: definition.description.en,
          // Without the pattern: the catalog would refuse the whole entity for one wrong link.
          schema: {
            jsonSchema: { type: 'string', examples: [definition.example] },
          },
        });
      }
    }
  },
});

/**
 * Adds the layer to the model of the catalog, together with Backstage's own kinds: a catalog that is given
 * any model validates kinds by it, and by nothing else.
 *
 * @alpha
 */
export default createBackendModule({
  pluginId: 'catalog',
  moduleId: 'fabrique-model',
  register(env) {
    env.registerInit({
      deps: { model: catalogModelExtensionPoint },
      async init({ model }) {
        model.addModelSource(
          CatalogModelSources.static([
            defaultCatalogEntityModel,
            fabriqueCatalogModelLayer,
          ]),
        );
      },
    });
  },
});
