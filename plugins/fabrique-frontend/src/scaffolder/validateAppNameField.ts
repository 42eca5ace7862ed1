import {
  ApiHolder,
  configApiRef,
  translationApiRef,
} from '@backstage/frontend-plugin-api';
import { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import {
  readNamingRules,
  validateAppName,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { fabriqueApiRef, NameAvailability } from '../api/FabriqueApi';
import { fabriqueTranslationRef } from '../translation/translationRef';
import { describeProblem, describeTaken } from './describeName';
import { appNameFieldSchema, readOwner } from './schema';

/** Refuses a name that cannot be used, or that someone else has, before anything is created. */
export const validateAppNameField: CustomFieldValidator<
  typeof appNameFieldSchema.TOutput,
  typeof appNameFieldSchema.uiOptionsType
> = async (name, field, { apiHolder, formData, uiSchema }) => {
  const config = apiHolder.get(configApiRef);
  const snapshot = apiHolder
    .get(translationApiRef)
    ?.getTranslation(fabriqueTranslationRef);
  // The field itself waits for its translations, and so they are there when it is validated.
  if (!config || !snapshot?.ready) return;
  const { t } = snapshot;

  const problems = validateAppName(name, { rules: readNamingRules(config) });
  for (const problem of problems) field.addError(describeProblem(t, problem));
  if (problems.length > 0) return;

  const owner = readOwner(formData, uiSchema?.['ui:options']);
  const answer = await askAvailability(apiHolder, name, owner);
  if (answer && !answer.available) {
    field.addError(describeTaken(t, name, answer));
  }
};

/** Undefined when the portal cannot tell: the first step of the run checks again. */
async function askAvailability(
  apis: ApiHolder,
  name: string,
  owner: string | undefined,
): Promise<NameAvailability | undefined> {
  const answer = apis.get(fabriqueApiRef)?.getNameAvailability(name, { owner });
  return answer?.catch(() => undefined);
}
