import { useQueryParamState } from '@backstage/core-components';
import {
  EnvironmentSelection,
  formatSelection,
  parseSelection,
} from './EnvironmentSelection';

/** What the page shows, kept in its address (`?environment=dev:feat/login`) for all parts of it. */
export function useEnvironmentSelection(): [
  EnvironmentSelection,
  (selection: EnvironmentSelection) => void,
] {
  const [parameter, setParameter] = useQueryParamState<string>('environment');
  return [
    parseSelection(parameter),
    selection => setParameter(formatSelection(selection)),
  ];
}
