import {
  createFormField,
  FormField,
} from '@backstage/plugin-scaffolder-react/alpha';
import { AppNameField } from './AppNameField';
import { appNameFieldSchema } from './schema';
import { validateAppNameField } from './validateAppNameField';

export function createAppNameField(): FormField {
  return createFormField({
    name: 'FabriqueAppName',
    component: AppNameField,
    validation: validateAppNameField,
    schema: appNameFieldSchema,
  });
}
