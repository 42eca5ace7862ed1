import {
  CSSProperties,
  ReactNode,
  RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import classes from './FleetTable.module.css';
import { findCell, GridCell } from './useGridNavigation';

/** Room that the words may need above a cell, in pixels. */
const roomAbove = 180;

/** Time in which the pointer may go from the cell to the words, in milliseconds. */
const graceMs = 150;

/**
 * The words of the cell that has the pointer or the focus. One for the whole table, which the tooltip of
 * the library cannot be: one for each mark would cost as much as the rest of the rows.
 */
export function FleetTooltip(props: {
  grid: RefObject<HTMLElement>;
  /** The words of a cell; undefined for a cell that says everything itself. */
  describe: (cell: GridCell) => ReactNode;
}) {
  const { grid, describe } = props;
  const [cell, setCell] = useState<GridCell>();
  const anchor = useRef<Element | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>();

  useEffect(() => {
    const element = grid.current;
    if (!element) return undefined;
    const open = (event: Event) => {
      const found = findCell(event.target);
      if (!found) return;
      clearTimeout(timer.current);
      anchor.current = (event.target as Element).closest('[data-row]');
      setCell(found);
    };
    const close = () => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setCell(undefined), graceMs);
    };
    const dismiss = (event: Event) => {
      if (event instanceof KeyboardEvent && event.key !== 'Escape') return;
      setCell(undefined);
    };
    const listeners: [EventTarget, string, (event: Event) => void][] = [
      [element, 'pointerover', open],
      [element, 'focusin', open],
      [element, 'pointerleave', close],
      [element, 'focusout', close],
      [document, 'scroll', dismiss],
      [document, 'keydown', dismiss],
    ];
    // Scrolling does not bubble: it is heard on its way down.
    const options = { passive: true, capture: true };
    for (const [target, type, listener] of listeners) {
      target.addEventListener(type, listener, options);
    }
    return () => {
      clearTimeout(timer.current);
      for (const [target, type, listener] of listeners) {
        target.removeEventListener(type, listener, options);
      }
    };
  }, [grid]);

  const words = cell && describe(cell);
  if (!words || !anchor.current) return null;
  return createPortal(
    <div
      // The cell itself has these words for screen readers.
      aria-hidden="true"
      className={classes.tooltip}
      style={toPlace(anchor.current.getBoundingClientRect())}
      onPointerEnter={() => clearTimeout(timer.current)}
      onPointerLeave={() => setCell(undefined)}
    >
      {words}
    </div>,
    document.body,
  );
}

/** Above the cell, or below where there is no room; the style keeps it inside of the window. */
function toPlace(cell: DOMRect): CSSProperties {
  const middle = { '--middle': `${cell.left + cell.width / 2}px` };
  return cell.top > roomAbove
    ? { ...middle, bottom: window.innerHeight - cell.top }
    : { ...middle, top: cell.bottom };
}
