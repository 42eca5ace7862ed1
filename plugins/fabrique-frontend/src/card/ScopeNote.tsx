import { ServiceScope } from '@socialgouv/backstage-plugin-fabrique-common';
import { EnvironmentSelection } from '../overview/EnvironmentSelection';
import { useWords } from '../words/useWords';
import { Quiet } from './Quiet';

/** Says what a card shows where that is not what was chosen. */
export function ScopeNote(props: {
  service: string;
  scope?: ServiceScope;
  shown: EnvironmentSelection;
}) {
  const { t, serviceTitle } = useWords();
  const { environment } = props.shown;
  const key = toKey(props);
  if (!key) return null;
  return (
    <Quiet as="p" size="x-small">
      {t(`scope.${key}`, {
        service: serviceTitle(props.service),
        environment,
      })}
    </Quiet>
  );
}

function toKey(props: { scope?: ServiceScope; shown: EnvironmentSelection }) {
  const { environment, branch } = props.shown;
  switch (props.scope) {
    case 'everywhere':
      return environment === 'prod' ? undefined : 'everywhere';
    case 'production':
      return environment === 'prod' ? undefined : 'production';
    case 'environment':
      return branch ? 'environment' : undefined;
    default:
      return undefined;
  }
}
