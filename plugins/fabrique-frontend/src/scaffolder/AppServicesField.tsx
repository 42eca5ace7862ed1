import { BgProvider, Checkbox, CheckboxGroup, Text } from '@backstage/ui';
import { useScaffolderTheme } from '@backstage/plugin-scaffolder-react/alpha';
import { useEffect, useId } from 'react';
import { useWords } from '../words/useWords';
import classes from './AppServicesField.module.css';
import {
  AppService,
  appServiceSections,
  AppServicesFieldProps,
  readOffered,
} from './appServicesSchema';
import { useConnectedServices } from './useConnectedServices';

/** Asks which services an application is given, and says what each of them makes. */
export function AppServicesField(props: AppServicesFieldProps) {
  const field = <Field {...props} />;
  // On the white paper of the older form, a field must know that it is not on the page's own grey.
  return useScaffolderTheme() === 'bui' ? (
    field
  ) : (
    <BgProvider bg="neutral-1">{field}</BgProvider>
  );
}

function Field(props: AppServicesFieldProps) {
  const { t, format } = useWords();
  const { formData: chosen = [], onChange, schema, uiSchema } = props;
  const { data: connected, isPending } = useConnectedServices();
  const offered = readOffered(schema);
  // What the portal cannot tell it leaves to the run, which says so before it makes anything.
  const isThere = (id: string) => connected?.includes(id) ?? true;
  const missing = appServiceSections
    .flatMap(({ services }): readonly AppService[] => services)
    .filter(id => (offered?.includes(id) ?? true) && !isThere(id));
  const isOutdated = missing.some(id => chosen.includes(id));
  useEffect(() => {
    if (isOutdated) onChange(chosen.filter(id => !missing.includes(id)));
  });
  const description = uiSchema?.['ui:description'] ?? schema.description;
  return (
    <div className={classes.field}>
      {schema.title && (
        <Text as="h4" variant="body-medium" weight="bold">
          {schema.title}
        </Text>
      )}
      {description && (
        <Text as="p" variant="body-small" color="secondary">
          {description}
        </Text>
      )}
      {appServiceSections.map(({ section, services }) => {
        const shown = (services as readonly AppService[]).filter(
          id => (offered?.includes(id) ?? true) && isThere(id),
        );
        if (shown.length === 0) return null;
        return (
          <CheckboxGroup
            key={section}
            label={t(`section.${section}`)}
            isDisabled={isPending || props.disabled || props.readonly}
            value={chosen.filter(id => shown.includes(id))}
            onChange={ticked =>
              onChange([
                ...chosen.filter(id => !shown.includes(id)),
                ...shown.filter(id => ticked.includes(id)),
              ])
            }
          >
            {shown.map(id => (
              <Service key={id} id={id} />
            ))}
          </CheckboxGroup>
        );
      })}
      {missing.length > 0 && (
        <Text as="p" variant="body-small" color="secondary">
          {t('appServices.notConnected', {
            services: format.list(missing.map(id => t(`${id}.title`))),
          })}
        </Text>
      )}
    </div>
  );
}

function Service({ id }: { id: AppService }) {
  const { t } = useWords();
  const makes = useId();
  return (
    <div className={classes.service}>
      <Checkbox value={id} aria-describedby={makes}>
        {t(`appServices.${id}`)}
      </Checkbox>
      <Text
        as="p"
        id={makes}
        variant="body-small"
        color="secondary"
        className={classes.makes}
      >
        {t(`appServices.${id}Makes`)}
      </Text>
    </div>
  );
}
