import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';

/** `ui:field: FabriqueAppName` of software templates. */
export const appNameField = FormFieldBlueprint.make({
  name: 'app-name',
  params: {
    field: () =>
      import('./createAppNameField').then(m => m.createAppNameField()),
  },
});
