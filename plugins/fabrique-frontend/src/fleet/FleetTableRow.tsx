import { Link, Skeleton } from '@backstage/ui';
import { FleetRow } from '@socialgouv/backstage-plugin-fabrique-common';
import { CSSProperties, memo } from 'react';
import { VerdictMark } from '../card/VerdictMark';
import { useWords } from '../words/useWords';
import { toMarkLevel } from './fleetColumns';
import classes from './FleetTable.module.css';
import { toShortName } from './toShortName';
import { GridCell, toCellAttributes } from './useGridNavigation';
import { toLabel, useServiceWords } from './useServiceWords';

/** One component of the fleet; drawn again only when it changes. */
export const FleetTableRow = memo(ComponentRow);

function ComponentRow(props: {
  index: number;
  /** Absent while it is being read. */
  row?: FleetRow;
  services: string[];
  /** Page of the component. */
  href?: string;
  /** Column of the cell that takes the focus, when it is in this row. */
  activeColumn?: number;
  /** Distance from the top of the table's body, in pixels. */
  top: number;
  height: number;
}) {
  const { index, row, services, href, activeColumn, top, height } = props;
  const { t } = useWords();
  const describe = useServiceWords();
  const active: GridCell | undefined =
    activeColumn === undefined
      ? undefined
      : { row: index, column: activeColumn };
  const attributes = (column: number) =>
    toCellAttributes({ row: index, column }, active);
  const place: CSSProperties = { height, transform: `translateY(${top}px)` };
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-busy={!row}
      className={classes.row}
      style={place}
    >
      <div className={classes.lead}>
        <div
          role="gridcell"
          className={classes.markCell}
          aria-label={row && t(`verdict.${row.level}`)}
          {...attributes(0)}
        >
          {row ? (
            <VerdictMark level={row.level} />
          ) : (
            <Skeleton width={16} height={16} rounded />
          )}
        </div>
        <div role="rowheader" className={classes.titleCell}>
          {row ? (
            <Link
              href={href}
              variant="body-medium"
              standalone
              title={row.title}
              className={classes.title}
              {...attributes(1)}
            >
              {row.title}
            </Link>
          ) : (
            <span {...attributes(1)}>
              <Skeleton width="70%" height={14} />
            </span>
          )}
        </div>
        <div role="gridcell" className={classes.ownerCell} {...attributes(2)}>
          {row && (row.owner ? toShortName(row.owner) : t('fleet.noOwner'))}
        </div>
      </div>
      <div className={classes.marks}>
        {services.map((id, position) => {
          const service = row?.services[id];
          return (
            <div
              key={id}
              role="gridcell"
              className={classes.markCell}
              aria-label={row && toLabel(describe(id, service))}
              {...attributes(position + 3)}
            >
              {row && <VerdictMark level={toMarkLevel(service)} />}
            </div>
          );
        })}
      </div>
    </div>
  );
}
