import { RiArrowDownLine, RiArrowUpLine } from '@remixicon/react';
import { RefObject } from 'react';
import { useWords } from '../words/useWords';
import { FleetFilter } from './fleetFilter';
import classes from './FleetTable.module.css';
import { GridCell, toCellAttributes } from './useGridNavigation';

/** The headings of the columns, each of which sorts. */
export function FleetHeadings(props: {
  services: string[];
  sort: FleetFilter['sort'];
  descending: FleetFilter['descending'];
  active: GridCell;
  onSort: (sort: string, descending: boolean) => void;
  headRef: RefObject<HTMLDivElement>;
}) {
  const { services, sort = 'level', descending = false, active } = props;
  const { t, serviceTitle } = useWords();
  const order = descending ? 'descending' : 'ascending';
  const toHeading = (id: string, title: string, column: number) => (
    <Heading
      key={id}
      title={title}
      isNarrow={id !== 'title' && id !== 'owner'}
      sorted={sort === id ? order : undefined}
      onSort={() => props.onSort(id, sort === id && !descending)}
      attributes={toCellAttributes({ row: -1, column }, active)}
    />
  );
  const lead = [
    ['level', t('fleet.state')],
    ['title', t('fleet.component')],
    ['owner', t('fleet.owner')],
  ];
  return (
    <div role="rowgroup" className={classes.head} ref={props.headRef}>
      <div role="row" aria-rowindex={1} className={classes.headings}>
        <div className={classes.lead}>
          {lead.map(([id, title], column) => toHeading(id, title, column))}
        </div>
        <div className={classes.marks}>
          {services.map((id, index) =>
            toHeading(id, serviceTitle(id), lead.length + index),
          )}
        </div>
      </div>
    </div>
  );
}

function Heading(props: {
  title: string;
  /** Named upwards. */
  isNarrow: boolean;
  sorted?: 'ascending' | 'descending';
  onSort: () => void;
  attributes: ReturnType<typeof toCellAttributes>;
}) {
  const { title, isNarrow, sorted, onSort, attributes } = props;
  const Arrow = sorted === 'descending' ? RiArrowDownLine : RiArrowUpLine;
  return (
    <div
      role="columnheader"
      aria-sort={sorted}
      className={isNarrow ? classes.narrowHeading : classes.heading}
    >
      <button
        type="button"
        className={classes.sort}
        onClick={onSort}
        {...attributes}
      >
        <span>{title}</span>
        {sorted && <Arrow size={12} aria-hidden="true" />}
      </button>
    </div>
  );
}
