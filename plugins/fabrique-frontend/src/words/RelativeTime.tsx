import { useSyncExternalStore } from 'react';
import { useWords } from './useWords';

const tickMs = 15_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

/** One timer for all times of the page. */
function subscribe(listener: () => void) {
  listeners.add(listener);
  timer ??= setInterval(() => listeners.forEach(notify => notify()), tickMs);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** Re-renders the caller as time goes by, four times a minute. */
export function useTick(): number {
  return useSyncExternalStore(subscribe, () => Math.floor(Date.now() / tickMs));
}

/** A point in time as `3 min ago`, with the absolute time on hover. */
export function RelativeTime(props: { at: string }) {
  const { format } = useWords();
  useTick();
  return (
    <time dateTime={props.at} title={format.absoluteTime(props.at)}>
      {format.relativeTime(props.at)}
    </time>
  );
}
