import { Document, isMap, isScalar, LineCounter, Node, Pair } from 'yaml';

/** A place in a file, both from 1. */
export interface Place {
  line: number;
  column: number;
}

/** Tells where in the file the parts of a document are. */
export interface Locator {
  /** The place of an offset. */
  at(offset: number): Place;
  /** The first key of the document. */
  start(): Place;
  /** A key or its value; where there is none, the nearest key above. */
  of(path: string[], part: 'key' | 'value'): Place;
}

/** Makes the {@link Locator} of a document. */
export function createLocator(document: Document, lines: LineCounter): Locator {
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const startOf = (node: unknown): Place | undefined => {
    const range = (node as Node | null)?.range;
    // A value that is left out has an empty range after the colon: the key says more.
    return range && range[0] < range[1] ? at(range[0]) : undefined;
  };
  const start = () => startOf(document.contents) ?? at(0);

  const of = (path: string[], part: 'key' | 'value'): Place => {
    let container: unknown = document.contents;
    let place = start();
    for (const [depth, key] of path.entries()) {
      const pair = findPair(container, key);
      if (!pair) break;
      place = startOf(pair.key) ?? place;
      container = pair.value;
      if (depth === path.length - 1 && part === 'value') {
        place = startOf(container) ?? place;
      }
    }
    return place;
  };
  return { at, start, of };
}

/** Of a key that is written twice the last counts, as for the catalog. */
function findPair(container: unknown, key: string): Pair | undefined {
  return isMap(container)
    ? container.items.findLast(
        ({ key: one }) => isScalar(one) && String(one.value) === key,
      )
    : undefined;
}
