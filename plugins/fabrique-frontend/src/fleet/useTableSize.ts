import { RefObject, useLayoutEffect, useState } from 'react';

/** Below this width, in rem, a row has two lines. */
const compactRem = 46;
const rowRem = 2.75;
const compactRowRem = 5.25;

/** How high the rows and the headings are, in pixels, in the width that there is. */
export function useTableSize(
  frame: RefObject<HTMLElement>,
  head: RefObject<HTMLElement>,
) {
  const [size, setSize] = useState({ isCompact: false, headHeight: 0 });
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element || typeof ResizeObserver === 'undefined') return undefined;
    const measure = () => {
      const next = {
        isCompact: element.clientWidth < compactRem * toRem(),
        headHeight: head.current?.offsetHeight ?? 0,
      };
      setSize(current =>
        current.isCompact === next.isCompact &&
        current.headHeight === next.headHeight
          ? current
          : next,
      );
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    if (head.current) observer.observe(head.current);
    return () => observer.disconnect();
  }, [frame, head]);
  return {
    ...size,
    rowHeight: (size.isCompact ? compactRowRem : rowRem) * toRem(),
  };
}

/** People may have chosen larger letters. */
function toRem(): number {
  const { fontSize } = getComputedStyle(document.documentElement);
  return parseFloat(fontSize) || 16;
}
