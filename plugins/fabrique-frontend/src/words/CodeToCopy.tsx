import classes from './CodeToCopy.module.css';
import { CopyButton } from './CopyButton';

/** Lines of a file, with a button that copies them. */
export function CodeToCopy(props: { code: string; label: string }) {
  return (
    <div className={classes.code}>
      <code>{props.code}</code>
      <CopyButton text={props.code} label={props.label} />
    </div>
  );
}
