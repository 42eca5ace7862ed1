import { Fragment } from 'react';
import classes from './Sentence.module.css';

/** A sentence of which the parts between backticks are code to type. */
export function Sentence(props: { children: string }) {
  return (
    <>
      {props.children.split('`').map((part, index) =>
        index % 2 === 1 ? (
          <code key={index} className={classes.code}>
            {part}
          </code>
        ) : (
          <Fragment key={index}>{part}</Fragment>
        ),
      )}
    </>
  );
}
