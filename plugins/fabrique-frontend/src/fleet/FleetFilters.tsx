import { Button, Tag, TagGroup } from '@backstage/ui';
import { FleetPage } from '@socialgouv/backstage-plugin-fabrique-common';
import { useWords } from '../words/useWords';
import { toServiceColumns } from './fleetColumns';
import { FleetFilter, isFiltered } from './fleetFilter';
import classes from './FleetPage.module.css';
import { FilterPicker, PickerOption } from './FilterPicker';
import { toShortName } from './toShortName';

type ListFilter = 'owners' | 'systems' | 'services';

/** The filters by team, system and service, and a chip for each that was chosen. */
export function FleetFilters(props: {
  filter: FleetFilter;
  page: FleetPage;
  onChange: (change: Partial<FleetFilter>) => void;
  onClear: () => void;
}) {
  const { filter, page, onChange, onClear } = props;
  const { t, serviceTitle } = useWords();
  const toOptions = (refs: string[]) =>
    refs
      .map((id): PickerOption => ({ id, label: toShortName(id) }))
      .sort((a, b) => a.label.localeCompare(b.label));
  const pickers: {
    name: ListFilter;
    label: string;
    options: PickerOption[];
  }[] = [
    {
      name: 'owners',
      label: t('fleet.owner'),
      options: toOptions(page.owners),
    },
    {
      name: 'systems',
      label: t('fleet.system'),
      options: toOptions(page.systems),
    },
    {
      name: 'services',
      label: t('fleet.service'),
      options: toServiceColumns(page).map(id => ({
        id,
        label: serviceTitle(id),
      })),
    },
  ];
  const choose = (name: ListFilter, values: string[]) =>
    onChange({ [name]: values.length > 0 ? values : undefined });
  const chips = pickers.flatMap(({ name, label, options }) =>
    (filter[name] ?? []).map(value => ({
      id: `${name} ${value}`,
      words: t('fleet.pair', {
        name: label,
        value: options.find(({ id }) => id === value)?.label ?? value,
      }),
      remove: () =>
        choose(
          name,
          (filter[name] ?? []).filter(other => other !== value),
        ),
    })),
  );
  return (
    <>
      <div className={classes.filters}>
        {pickers.map(({ name, label, options }) => (
          <FilterPicker
            key={name}
            label={label}
            options={options}
            chosen={filter[name] ?? []}
            onChange={values => choose(name, values)}
          />
        ))}
      </div>
      {isFiltered(filter) && (
        <div className={classes.chips}>
          {chips.length > 0 && (
            <TagGroup
              aria-label={t('fleet.filters')}
              onRemove={keys =>
                chips.filter(({ id }) => keys.has(id)).forEach(c => c.remove())
              }
            >
              {chips.map(({ id, words }) => (
                <Tag key={id} id={id} textValue={words}>
                  {words}
                </Tag>
              ))}
            </TagGroup>
          )}
          <Button size="small" variant="tertiary" onPress={onClear}>
            {t('fleet.clear')}
          </Button>
        </div>
      )}
    </>
  );
}
