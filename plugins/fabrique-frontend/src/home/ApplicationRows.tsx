import { useEntityRefLink } from '@backstage/plugin-catalog-react';
import { Link, Text, VisuallyHidden } from '@backstage/ui';
import {
  compareVerdictLevels,
  FleetRow,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { Quiet } from '../card/Quiet';
import { VerdictMark } from '../card/VerdictMark';
import { toTabPath } from '../fleet/toTabPath';
import { useWords } from '../words/useWords';
import classes from './HomeCard.module.css';

/** Applications with their state and, where something is wrong, the worst of it. */
export function ApplicationRows(props: { label: string; rows: FleetRow[] }) {
  const { t } = useWords();
  const toEntityPath = useEntityRefLink();
  return (
    <ul aria-label={props.label} className={classes.rows}>
      {props.rows.map(row => (
        <li key={row.entityRef} className={classes.row}>
          <VerdictMark level={row.level} />
          <div className={classes.words}>
            <Link
              href={toTabPath(toEntityPath(row.entityRef), 'prod')}
              variant="body-medium"
              weight="bold"
              standalone
            >
              {row.title}
            </Link>
            <VisuallyHidden>{t(`verdict.${row.level}`)}</VisuallyHidden>
            <WorstReason row={row} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function WorstReason(props: { row: FleetRow }) {
  const { t, reason, serviceTitle } = useWords();
  const [worst, ...others] = Object.entries(props.row.services)
    .flatMap(([service, { reasons = [] }]) =>
      reasons.map(item => ({ service, item })),
    )
    .sort((a, b) => compareVerdictLevels(a.item.level, b.item.level));
  if (!worst) return null;
  return (
    <Text as="p" variant="body-small">
      {t('fleet.pair', {
        name: serviceTitle(worst.service),
        value: reason(worst.item),
      })}{' '}
      {others.length > 0 && (
        <Quiet>{t('home.moreReasons', { count: others.length })}</Quiet>
      )}
    </Text>
  );
}
