import { Skeleton } from '@backstage/ui';
import classes from './CardSkeleton.module.css';

/** Takes the place of a content, so that the page does not jump when it arrives. */
export function CardSkeleton() {
  return (
    <div className={classes.skeleton} aria-hidden="true">
      <Skeleton width="70%" height={20} />
      <Skeleton width="100%" height={48} />
      <Skeleton width="90%" height={14} />
      <Skeleton width="80%" height={14} />
      <Skeleton width="85%" height={14} />
      <Skeleton width="75%" height={14} />
      <Skeleton width="90%" height={14} />
    </div>
  );
}
