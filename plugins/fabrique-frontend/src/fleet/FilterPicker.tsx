import { Select } from '@backstage/ui';
import { useState } from 'react';
import { useWords } from '../words/useWords';
import classes from './FleetPage.module.css';

/** Options that are drawn at once; typing finds the others. */
const maximum = 100;

/** One value that can be chosen. */
export interface PickerOption {
  id: string;
  label: string;
}

/** Chooses several values of a list that may be long. */
export function FilterPicker(props: {
  label: string;
  options: PickerOption[];
  chosen: string[];
  onChange: (chosen: string[]) => void;
}) {
  const { label, options, chosen, onChange } = props;
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const wanted = typed.trim().toLocaleLowerCase();
  const shown = [
    ...options.filter(({ id }) => chosen.includes(id)),
    ...options
      .filter(
        option =>
          !chosen.includes(option.id) &&
          option.label.toLocaleLowerCase().includes(wanted),
      )
      .slice(0, maximum),
  ];
  return (
    <Select
      size="small"
      className={classes.picker}
      // The chips below say what was chosen of what.
      aria-label={t('fleet.filterBy', { name: label.toLocaleLowerCase() })}
      placeholder={label}
      selectionMode="multiple"
      options={shown.map(({ id, label: text }) => ({ id, label: text }))}
      search={
        options.length > 8
          ? {
              mode: 'server',
              inputValue: typed,
              onInputChange: setTyped,
              placeholder: t('fleet.find'),
            }
          : undefined
      }
      value={chosen}
      onChange={keys => onChange(keys.map(String))}
    />
  );
}
