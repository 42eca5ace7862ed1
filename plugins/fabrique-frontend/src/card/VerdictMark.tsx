import { VerdictLevel } from '@socialgouv/backstage-plugin-fabrique-common';
import classes from './VerdictMark.module.css';

/** A verdict, or why there is none. */
export type MarkLevel = VerdictLevel | 'unknown' | 'pending' | 'none';

const shapes: Record<MarkLevel, JSX.Element> = {
  ok: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M4.8 8.3 7 10.5l4.3-4.7" className={classes.cut} />
    </>
  ),
  attention: (
    <>
      <path
        d="M8 1.4 15.2 14H.8Z"
        fill="currentColor"
        stroke="currentColor"
        strokeLinejoin="round"
      />
      <path d="M8 6v3.6M8 11.9v.1" className={classes.cut} />
    </>
  ),
  problem: (
    <>
      <rect x="1" y="1" width="14" height="14" rx="2.5" fill="currentColor" />
      <path d="m5.2 5.2 5.6 5.6m0-5.6-5.6 5.6" className={classes.cut} />
    </>
  ),
  unknown: (
    <>
      <circle cx="8" cy="8" r="6.4" className={classes.dashed} />
      <path
        d="M6.2 6.5a1.8 1.8 0 1 1 2.5 1.7c-.5.2-.7.5-.7 1M8 11.4v.1"
        className={classes.line}
      />
    </>
  ),
  pending: <circle cx="8" cy="8" r="6.4" className={classes.dashed} />,
  none: <path d="M3 8h10" className={classes.line} />,
};

/** The sign of a verdict: each has its own shape, so that colour is never the only sign. */
export function VerdictMark(props: { level: MarkLevel; size?: number }) {
  const { level, size = 16 } = props;
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
      className={classes.mark}
      data-level={level}
    >
      {shapes[level]}
    </svg>
  );
}
