import {
  createFormField,
  FormField,
} from '@backstage/plugin-scaffolder-react/alpha';
import { AppServicesField } from './AppServicesField';
import { appServicesFieldSchema } from './appServicesSchema';

export function createAppServicesField(): FormField {
  return createFormField({
    name: 'FabriqueAppServices',
    component: AppServicesField,
    schema: appServicesFieldSchema,
  });
}
