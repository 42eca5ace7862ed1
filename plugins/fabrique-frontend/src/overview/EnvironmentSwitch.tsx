import { Select, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import {
  Environment,
  environments,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { EnvironmentSelection } from './EnvironmentSelection';
import { toEnvironment } from './toEnvironment';
import { useWords } from '../words/useWords';
import classes from './EnvironmentSwitch.module.css';

/** Key of what `dev` itself stands for; no branch has this name. */
const noBranch = '.';

/** Chooses the environment that every card shows and, in `dev`, one of the review branches that exist. */
export function EnvironmentSwitch(props: {
  selection: EnvironmentSelection;
  onChange: (selection: EnvironmentSelection) => void;
  reviewBranches: string[];
  /** Environments that the page knows; by default all. */
  offered?: readonly Environment[];
}) {
  const { selection, onChange, offered = environments } = props;
  const { environment, branch } = selection;
  const { t } = useWords();
  // What was chosen can be read in its place as long as nobody chooses something else.
  const branches = [
    ...new Set([...props.reviewBranches, ...(branch ? [branch] : [])]),
  ].sort();
  return (
    <div className={classes.switch}>
      <ToggleButtonGroup
        aria-label={t('environment.label')}
        className={classes.environments}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[environment]}
        onSelectionChange={keys =>
          onChange({ environment: toEnvironment([...keys][0]) })
        }
      >
        {offered.map(id => (
          <ToggleButton key={id} id={id}>
            {id}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {environment === 'dev' && branches.length > 0 && (
        <Select
          size="small"
          className={classes.branches}
          aria-label={t('environment.branches')}
          search={{ placeholder: t('environment.searchBranch') }}
          options={[
            { id: noBranch, label: t('environment.noBranch') },
            ...branches.map(id => ({ id, label: id })),
          ]}
          value={branch ?? noBranch}
          onChange={key =>
            onChange({
              environment,
              branch: key === noBranch ? undefined : String(key),
            })
          }
        />
      )}
    </div>
  );
}
