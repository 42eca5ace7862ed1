import { ReactNode } from 'react';
import classes from './Folded.module.css';

/** What is needed seldom, under a line that says what it is. */
export function Folded(props: {
  summary: ReactNode;
  children: ReactNode;
  isOpen?: boolean;
  size?: 'small' | 'medium';
}) {
  return (
    <details
      className={classes.folded}
      data-size={props.size ?? 'small'}
      open={props.isOpen}
    >
      <summary className={classes.summary}>{props.summary}</summary>
      {props.children}
    </details>
  );
}
