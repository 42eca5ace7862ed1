import { Text } from '@backstage/ui';
import { LedgerEntry } from '@socialgouv/backstage-plugin-fabrique-common';
import { Quiet } from '../card/Quiet';
import { ToolLink } from '../card/ToolLink';
import { useWords } from '../words/useWords';
import classes from './ResourcesCard.module.css';

/** One line of the ledger: what it is, where, and since when. */
export function ResourceRow(props: { entry: LedgerEntry }) {
  const { entry } = props;
  const { t, format } = useWords();
  const { title, type, environment, location } = entry;
  const time = (at: string) => format.relativeTime(at);
  const typeKey = `resources.type.${type}` as Parameters<typeof t>[0];
  const typeName = t(typeKey as never) as string;
  const since = () => {
    if (entry.removedAt) {
      return t('resources.removed', { time: time(entry.removedAt) });
    }
    if (!entry.madeAt) {
      return t('resources.making', { time: time(entry.createdAt) });
    }
    return entry.verb === 'adopt'
      ? t('resources.adopted', { time: time(entry.madeAt) })
      : t('resources.created', { time: time(entry.madeAt) });
  };
  return (
    <li className={classes.row}>
      <span className={classes.name}>
        {location && /^https?:/.test(location) ? (
          <ToolLink href={location}>{title}</ToolLink>
        ) : (
          <Text variant="body-small">{title}</Text>
        )}
      </span>
      <Quiet size="x-small">
        {[typeName === typeKey ? type : typeName, environment, since()]
          .filter(Boolean)
          .join(' · ')}
      </Quiet>
    </li>
  );
}
