import { Alert, Button, SearchField } from '@backstage/ui';
import { RiDownloadLine } from '@remixicon/react';
import {
  Environment,
  environments,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { useEffect, useState } from 'react';
import { EnvironmentSwitch } from '../overview/EnvironmentSwitch';
import { useWords } from '../words/useWords';
import { FleetFilter } from './fleetFilter';
import classes from './FleetPage.module.css';
import { useFleetExport } from './useFleetExport';

/** Time after the last letter before the text is looked for, in milliseconds. */
const typingMs = 300;

/** Environment, search and export. */
export function FleetToolbar(props: {
  filter: FleetFilter;
  /** Environments that the fleet looks at; absent while that is being read. */
  watched?: readonly Environment[];
  onChange: (change: Partial<FleetFilter>) => void;
}) {
  const { filter, watched, onChange } = props;
  const { t } = useWords();
  const { save, isSaving, hasFailed } = useFleetExport(filter);
  return (
    <>
      <div className={classes.toolbar}>
        <EnvironmentSwitch
          selection={{ environment: filter.environment }}
          onChange={({ environment }) => onChange({ environment })}
          // The fleet looks at no review branches, and not at every environment.
          reviewBranches={[]}
          offered={environments.filter(
            id => id === filter.environment || watched?.includes(id),
          )}
        />
        <TextSearch
          text={filter.text ?? ''}
          onChange={text => onChange({ text: text || undefined })}
        />
        <div className={classes.export}>
          <Button
            size="small"
            variant="secondary"
            iconStart={<RiDownloadLine />}
            isPending={isSaving}
            onPress={save}
          >
            {t('fleet.export')}
          </Button>
        </div>
      </div>
      {hasFailed && (
        <Alert
          role="alert"
          status="danger"
          icon
          title={t('fleet.exportFailed')}
        />
      )}
    </>
  );
}

/** Looks for a text once one has stopped typing. */
function TextSearch(props: { text: string; onChange: (text: string) => void }) {
  const { text, onChange } = props;
  const { t } = useWords();
  const [typed, setTyped] = useState(text);
  // The text is without the spaces at the end that one may just be typing.
  useEffect(
    () => setTyped(current => (current.trim() === text ? current : text)),
    [text],
  );
  useEffect(() => {
    if (typed.trim() === text) return undefined;
    const timer = setTimeout(() => onChange(typed.trim()), typingMs);
    return () => clearTimeout(timer);
  }, [typed, text, onChange]);
  return (
    <SearchField
      size="small"
      className={classes.search}
      aria-label={t('fleet.search')}
      placeholder={t('fleet.search')}
      value={typed}
      onChange={setTyped}
    />
  );
}
