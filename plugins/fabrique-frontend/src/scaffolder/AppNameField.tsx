import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { BgProvider, Text, TextField } from '@backstage/ui';
import { useScaffolderTheme } from '@backstage/plugin-scaffolder-react/alpha';
import {
  computeAppNames,
  readNamingRules,
  validateAppName,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { useMemo } from 'react';
import { VerdictMark } from '../card/VerdictMark';
import { useWords } from '../words/useWords';
import classes from './AppNameField.module.css';
import { describeProblem, describeTaken } from './describeName';
import { AppNameFieldProps, readOwner } from './schema';
import { useNameAvailability } from './useNameAvailability';

/** Asks for the name of an application, and shows as one types what is made of it. */
export function AppNameField(props: AppNameFieldProps) {
  const field = <Field {...props} />;
  // On the white paper of the older form, a field must know that it is not on the page's own grey.
  return useScaffolderTheme() === 'bui' ? (
    field
  ) : (
    <BgProvider bg="neutral-1">{field}</BgProvider>
  );
}

function Field(props: AppNameFieldProps) {
  const { t } = useWords();
  const config = useApi(configApiRef);
  const rules = useMemo(() => readNamingRules(config), [config]);
  const { formData: name = '', uiSchema, schema, rawErrors = [] } = props;
  const problems = name ? validateAppName(name, { rules }) : [];
  const isUsable = name !== '' && problems.length === 0;
  const owner = readOwner(
    props.formContext?.formData,
    uiSchema?.['ui:options'],
  );
  return (
    <div className={classes.field}>
      <TextField
        id={props.idSchema?.$id}
        label={schema.title ?? t('appName.title')}
        description={
          uiSchema?.['ui:description'] ??
          schema.description ??
          t('appName.description')
        }
        placeholder={uiSchema?.['ui:placeholder']}
        secondaryLabel={props.required ? t('appName.required') : undefined}
        isRequired={props.required}
        isDisabled={props.disabled || props.readonly}
        isInvalid={problems.length > 0 || rawErrors.length > 0}
        // The template's author decides, with `ui:autofocus`.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus={uiSchema?.['ui:autofocus']}
        autoComplete="off"
        spellCheck="false"
        value={name}
        onChange={value => props.onChange(value.trim() || undefined)}
      />
      <div role="status" className={classes.status}>
        {problems.map(problem => (
          <Hint
            key={JSON.stringify(problem)}
            level="problem"
            text={describeProblem(t, problem)}
          />
        ))}
        {isUsable && <Availability name={name} owner={owner} />}
      </div>
      {isUsable && <Names name={name} rules={rules} />}
    </div>
  );
}

function Availability(props: { name: string; owner?: string }) {
  const { t } = useWords();
  const { name, owner } = props;
  const { data, error } = useNameAvailability(name, owner);
  if (error) return <Hint level="unknown" text={t('appName.uncheckable')} />;
  if (!data) return <Hint level="pending" text={t('appName.checking')} />;
  return data.available ? (
    <Hint level="ok" text={t('appName.free')} />
  ) : (
    <Hint level="problem" text={describeTaken(t, name, data)} />
  );
}

function Hint(props: {
  level: 'ok' | 'problem' | 'unknown' | 'pending';
  text: string;
}) {
  return (
    <p className={classes.hint}>
      <VerdictMark level={props.level} size={14} />
      <Text variant="body-small">{props.text}</Text>
    </p>
  );
}

function Names(props: {
  name: string;
  rules: ReturnType<typeof readNamingRules>;
}) {
  const { t } = useWords();
  const names = computeAppNames(props);
  const { host, namespace, database, storage } = names.environments.prod;
  const shown: [string, string | undefined][] = [
    [t('appName.repository'), names.repository],
    [t('appName.mirror'), names.gitlabProject],
    [t('appName.host'), host],
    [t('appName.namespace'), namespace],
    [t('appName.database'), t('appName.databaseOn', database)],
    [
      t('appName.storage'),
      [storage.account, storage.container].filter(Boolean).join(' / '),
    ],
  ];
  return (
    <section aria-label={t('appName.names')} className={classes.names}>
      <Text as="h4" variant="body-small" weight="bold">
        {t('appName.names')}
      </Text>
      <dl>
        {shown.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>
                  <code>{value}</code>
                </dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}
