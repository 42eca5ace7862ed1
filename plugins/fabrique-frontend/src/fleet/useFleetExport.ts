import { useApi } from '@backstage/frontend-plugin-api';
import { useState } from 'react';
import { fabriqueApiRef } from '../api/FabriqueApi';
import { useWords } from '../words/useWords';
import { FleetFilter } from './fleetFilter';

/** Saves all components that match as a CSV file. */
export function useFleetExport(filter: FleetFilter) {
  const api = useApi(fabriqueApiRef);
  const { t } = useWords();
  const [state, setState] = useState<'idle' | 'saving' | 'failed'>('idle');
  const save = async () => {
    setState('saving');
    try {
      saveFile(
        await api.getFleetCsv(filter),
        t('fleet.fileName', {
          environment: filter.environment,
          date: new Date().toISOString().slice(0, 10),
        }),
      );
      setState('idle');
    } catch {
      // The page says it; the portal has logged why.
      setState('failed');
    }
  };
  return { save, isSaving: state === 'saving', hasFailed: state === 'failed' };
}

/** A link would ask without the reader's credentials, which only the portal's own requests carry. */
function saveFile(content: Blob, name: string) {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
