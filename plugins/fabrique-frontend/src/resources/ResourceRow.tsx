import { Text } from '@backstage/ui';
import {
  ListedResource,
  toResourceName,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { Quiet } from '../card/Quiet';
import { ToolLink } from '../card/ToolLink';
import { useWords } from '../words/useWords';
import { toTypeName } from './toTypeName';
import classes from './ResourcesCard.module.css';

/** One line of the ledger: what it is, where, and since when. */
export function ResourceRow(props: { entry: ListedResource }) {
  const { entry } = props;
  const { t, format } = useWords();
  const { type, environment, location, request } = entry;
  const name = toResourceName(entry);
  const time = (at: string) => format.relativeTime(at);
  const since = () => {
    if (entry.removedAt) {
      return t('resources.removed', { time: time(entry.removedAt) });
    }
    if (!entry.madeAt) {
      return t('resources.making', { time: time(entry.createdAt) });
    }
    if (type === 'sre-request') {
      return t('resources.asked', { time: time(entry.madeAt) });
    }
    return entry.verb === 'adopt'
      ? t('resources.adopted', { time: time(entry.madeAt) })
      : t('resources.created', { time: time(entry.madeAt) });
  };
  const progress = request && [
    t(`resources.request.${request.state}`, { time: time(request.changedAt) }),
    ...(request.comments > 0
      ? [t('resources.request.answers', { count: request.comments })]
      : []),
  ];
  return (
    <li className={classes.row}>
      <span className={classes.name}>
        {location && /^https?:/.test(location) ? (
          <ToolLink href={location}>{name}</ToolLink>
        ) : (
          <Text variant="body-small">{name}</Text>
        )}
      </span>
      <Quiet size="x-small">
        {[
          toTypeName(t, type) ?? type,
          environment,
          since(),
          ...(progress ?? []),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Quiet>
    </li>
  );
}
