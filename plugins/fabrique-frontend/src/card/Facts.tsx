import { ReactNode } from 'react';
import classes from './Facts.module.css';

/** Small facts on one line, as far as there are any. */
export function Facts(props: { facts: (ReactNode | undefined)[] }) {
  const shown = props.facts.filter(Boolean);
  if (shown.length === 0) return null;
  return (
    <ul className={classes.facts}>
      {shown.map((fact, index) => (
        <li key={index}>{fact}</li>
      ))}
    </ul>
  );
}
