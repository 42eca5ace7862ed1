import {
  Card,
  CardBody,
  CardFooter,
  CardHeader,
  Link,
  Skeleton,
  Text,
} from '@backstage/ui';
import { ReactNode, useId } from 'react';
import { useWords } from '../words/useWords';
import classes from './HomeCard.module.css';

/** The frame of a card on the home page. */
export function HomeCard(props: {
  title: string;
  /** Beside the title. */
  action?: ReactNode;
  isLoading: boolean;
  /** Where there is more; absent where the portal has no such page. */
  more?: { href?: string; words: string };
  children: ReactNode;
}) {
  const { title, action, isLoading, more, children } = props;
  const { t } = useWords();
  const titleId = useId();
  return (
    <Card role="region" aria-labelledby={titleId} className={classes.card}>
      <CardHeader className={classes.header}>
        <Text as="h2" id={titleId} variant="title-x-small" weight="bold">
          {title}
        </Text>
        {action}
      </CardHeader>
      <CardBody className={classes.body}>
        {isLoading ? (
          <div
            role="status"
            aria-label={t('home.loading')}
            className={classes.loading}
          >
            <Skeleton width="80%" height={16} />
            <Skeleton width="90%" height={16} />
            <Skeleton width="70%" height={16} />
          </div>
        ) : (
          children
        )}
      </CardBody>
      {more?.href && (
        <CardFooter>
          <Link href={more.href} variant="body-small" standalone>
            {more.words} <span aria-hidden="true">→</span>
          </Link>
        </CardFooter>
      )}
    </Card>
  );
}
