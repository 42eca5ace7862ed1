import { KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react';

/** A cell of a grid. Row -1 is that of the headings. */
export interface GridCell {
  row: number;
  column: number;
}

/** Attributes by which {@link useGridNavigation} finds the element of a cell that takes the focus. */
export function toCellAttributes(cell: GridCell, active?: GridCell) {
  const isActive = cell.row === active?.row && cell.column === active.column;
  return {
    'data-row': cell.row,
    'data-column': cell.column,
    tabIndex: isActive ? 0 : -1,
  };
}

/** Reads the cell to which an element belongs. */
export function findCell(target: EventTarget | null): GridCell | undefined {
  const element =
    target instanceof Element
      ? target.closest<HTMLElement>('[data-row]')
      : undefined;
  if (!element) return undefined;
  const { row, column } = element.dataset;
  return { row: Number(row), column: Number(column) };
}

/** The cell to which a key leads; undefined for other keys. */
export function toNextCell(
  key: string,
  hasCtrl: boolean,
  { row, column }: GridCell,
  grid: { rows: number; columns: number; rowsOfPage: number },
): GridCell | undefined {
  const next = (() => {
    switch (key) {
      case 'ArrowUp':
        return { row: row - 1, column };
      case 'ArrowDown':
        return { row: row + 1, column };
      case 'ArrowLeft':
        return { row, column: column - 1 };
      case 'ArrowRight':
        return { row, column: column + 1 };
      case 'PageUp':
        return { row: Math.max(0, row - grid.rowsOfPage), column };
      case 'PageDown':
        return { row: row + grid.rowsOfPage, column };
      case 'Home':
        return { row: hasCtrl ? 0 : row, column: 0 };
      case 'End':
        return {
          row: hasCtrl ? grid.rows - 1 : row,
          column: grid.columns - 1,
        };
      default:
        return undefined;
    }
  })();
  return (
    next && {
      row: Math.min(Math.max(next.row, -1), grid.rows - 1),
      column: Math.min(Math.max(next.column, 0), grid.columns - 1),
    }
  );
}

/**
 * Moves the focus from cell to cell with the arrow keys, so that a grid is one stop of the tab key.
 * Rows that are not drawn are scrolled to first.
 */
export function useGridNavigation(options: {
  rows: number;
  columns: number;
  rowsOfPage: () => number;
  scrollToRow: (row: number) => void;
  start: GridCell;
}) {
  const { rows, columns, rowsOfPage, scrollToRow, start } = options;
  const gridRef = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(start);
  /** Where the focus is to go once the cell is drawn; keys go on from there meanwhile. */
  const target = useRef<GridCell>();
  const active = {
    row: Math.min(chosen.row, rows - 1),
    column: Math.min(chosen.column, columns - 1),
  };

  // After each drawing: the row may come only after the scrolling.
  useEffect(() => {
    if (!target.current) return;
    const { row, column } = target.current;
    const cell = gridRef.current?.querySelector<HTMLElement>(
      `[data-row="${row}"][data-column="${column}"]`,
    );
    if (!cell) return;
    target.current = undefined;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView?.({ block: 'nearest', inline: 'nearest' });
  });

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.shiftKey || event.metaKey) return;
    const cell = target.current ?? findCell(event.target);
    const grid = { rows, columns, rowsOfPage: rowsOfPage() };
    const next = cell && toNextCell(event.key, event.ctrlKey, cell, grid);
    if (!next) return;
    event.preventDefault();
    target.current = next;
    setChosen(next);
    if (next.row >= 0) scrollToRow(next.row);
  };
  const onFocus = useCallback((event: { target: EventTarget }) => {
    const cell = findCell(event.target);
    if (cell) setChosen(cell);
  }, []);
  return { gridRef, active, gridProps: { onKeyDown, onFocus } };
}
