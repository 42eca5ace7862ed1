import { Container, Skeleton } from '@backstage/ui';
import { ReactNode } from 'react';
import classes from './PageFrame.module.css';

/** What the pages of the plugin have in common: the column of their parts, and rows to come. */
export function PageFrame(props: {
  /** What is being loaded, in words; undefined once it is there or has failed. */
  loading?: string;
  children: ReactNode;
}) {
  return (
    <Container className={classes.page}>
      {props.children}
      {props.loading && (
        <div
          role="status"
          aria-label={props.loading}
          className={classes.loading}
        >
          {Array.from({ length: 8 }, (_, index) => (
            <Skeleton key={index} width="100%" height={32} />
          ))}
        </div>
      )}
    </Container>
  );
}
