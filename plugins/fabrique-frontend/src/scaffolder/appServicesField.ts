import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

/** `ui:field: FabriqueAppServices` of software templates. */
export const appServicesField = FormFieldBlueprint.make({
  name: 'app-services',
  params: {
    field: () =>
      import('./createAppServicesField').then(m => m.createAppServicesField()),
  },
});
