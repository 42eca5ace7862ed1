import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Alert, Button, VisuallyHidden } from '@backstage/ui';
import { FleetPage } from '@socialgouv/backstage-plugin-fabrique-common';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { CSSProperties, useEffect, useId, useMemo, useRef } from 'react';
import { useWords } from '../words/useWords';
import { CellWords } from './CellWords';
import { toServiceColumns } from './fleetColumns';
import { FleetFilter } from './fleetFilter';
import { FleetHeadings } from './FleetHeadings';
import classes from './FleetTable.module.css';
import { FleetTableRow } from './FleetTableRow';
import { FleetTooltip } from './FleetTooltip';
import { toTabPath } from './toTabPath';
import { useFleetRows } from './useFleet';
import { GridCell, useGridNavigation } from './useGridNavigation';
import { useTableSize } from './useTableSize';

/** Columns before those of the services: state, application, team. */
const leadingColumns = 3;

/** All components that match, of which only those in sight are read and drawn. */
export function FleetTable(props: {
  filter: FleetFilter;
  firstPage: FleetPage;
  /** The rows are still those of the last filter. */
  isWaiting: boolean;
  onSort: (sort: string, descending: boolean) => void;
}) {
  const { filter, firstPage, isWaiting, onSort } = props;
  const { t } = useWords();
  const toEntityPath = useEntityRefLink();
  const hintId = useId();
  const services = useMemo(() => toServiceColumns(firstPage), [firstPage]);
  const frameRef = useRef<HTMLDivElement>(null);
  const headRef = useRef<HTMLDivElement>(null);
  const focusedRow = useRef(0);
  const size = useTableSize(frameRef, headRef);
  const { rowHeight, headHeight, isCompact } = size;
  const virtualizer = useVirtualizer({
    count: firstPage.total,
    getScrollElement: () => frameRef.current,
    estimateSize: () => rowHeight,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    overscan: 8,
    // The row with the focus stays, or the keyboard would lose its place.
    rangeExtractor: range => [
      ...new Set([
        Math.min(focusedRow.current, range.count - 1),
        ...defaultRangeExtractor(range),
      ]),
    ],
  });
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  const { gridRef, active, gridProps } = useGridNavigation({
    rows: firstPage.total,
    columns: services.length + leadingColumns,
    rowsOfPage: () =>
      Math.max(
        1,
        Math.floor((frameRef.current?.clientHeight ?? 0) / rowHeight) - 2,
      ),
    scrollToRow: row => virtualizer.scrollToIndex(row),
    start: { row: 0, column: 1 },
  });
  focusedRow.current = Math.max(0, active.row);

  const { range } = virtualizer;
  const { getRow, retryFailed } = useFleetRows({
    filter,
    firstPage,
    first: range?.startIndex ?? 0,
    last: range?.endIndex ?? 0,
  });

  // Another filter or order starts at its top.
  const filterKey = JSON.stringify(filter);
  useEffect(() => {
    frameRef.current?.scrollTo?.({ top: 0 });
  }, [filterKey]);

  const describe = ({ row, column }: GridCell) => {
    const component = getRow(row);
    if (!component || column < leadingColumns) return undefined;
    const id = services[column - leadingColumns];
    return <CellWords id={id} service={component.services[id]} />;
  };
  return (
    <div className={classes.table}>
      <VisuallyHidden id={hintId}>{t('fleet.keyboard')}</VisuallyHidden>
      <div
        ref={frameRef}
        className={classes.frame}
        data-compact={isCompact}
        data-waiting={isWaiting}
        style={
          {
            '--services': services.length,
            scrollPaddingTop: headHeight,
          } as CSSProperties
        }
      >
        {/* eslint-disable-next-line jsx-a11y/interactive-supports-focus -- its cells take the focus */}
        <div
          ref={gridRef}
          role="grid"
          aria-label={t('fleet.table', { environment: filter.environment })}
          aria-describedby={hintId}
          aria-rowcount={firstPage.total + 1}
          aria-colcount={services.length + leadingColumns}
          aria-busy={isWaiting}
          {...gridProps}
        >
          <FleetHeadings
            headRef={headRef}
            services={services}
            sort={filter.sort}
            descending={filter.descending}
            active={active}
            onSort={onSort}
          />
          <div
            role="rowgroup"
            className={classes.body}
            style={{ height: virtualizer.getTotalSize() }}
          >
            {virtualizer.getVirtualItems().map(({ index, start }) => {
              const row = getRow(index);
              return (
                <FleetTableRow
                  key={row?.entityRef ?? index}
                  index={index}
                  row={row}
                  services={services}
                  href={
                    row &&
                    toTabPath(toEntityPath(row.entityRef), filter.environment)
                  }
                  activeColumn={
                    index === active.row ? active.column : undefined
                  }
                  top={start - headHeight}
                  height={rowHeight}
                />
              );
            })}
          </div>
        </div>
        <FleetTooltip grid={gridRef} describe={describe} />
      </div>
      {retryFailed && (
        <Alert
          role="alert"
          status="danger"
          icon
          title={t('fleet.rowsFailed')}
          customActions={
            <Button size="small" variant="secondary" onPress={retryFailed}>
              {t('overview.retry')}
            </Button>
          }
        />
      )}
    </div>
  );
}
