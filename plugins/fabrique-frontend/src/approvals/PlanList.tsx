import { Text } from '@backstage/ui';
import {
  PlanLine,
  toResourceName,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { Quiet } from '../card/Quiet';
import { toTypeName } from '../resources/toTypeName';
import { useWords } from '../words/useWords';
import classes from './ApprovalsPage.module.css';

/** What a plan changes: the resources, and folded what comes and goes with them. */
export function PlanList(props: { plan: PlanLine[] }) {
  const { t } = useWords();
  const changes = props.plan.filter(({ verb }) => verb !== 'nothing');
  const resources = changes.filter(({ type }) => type);
  const settings = changes.filter(({ type }) => !type);
  const isFolded = resources.length > 0 && settings.length > 0;
  return (
    <>
      <ul className={classes.plan} aria-label={t('approvals.plan')}>
        {(resources.length > 0 ? resources : settings).map(line => (
          <PlanItem key={line.key} line={line} />
        ))}
      </ul>
      {isFolded && (
        <details className={classes.settings}>
          <summary>
            <Text variant="body-small">
              {t('approvals.settings', { count: settings.length })}
            </Text>
          </summary>
          <ul className={classes.plan}>
            {settings.map(line => (
              <PlanItem key={line.key} line={line} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function PlanItem(props: { line: PlanLine }) {
  const { t } = useWords();
  const { type, environment, title, detail, verb } = props.line;
  const typeName = type && toTypeName(t, type);
  const name = typeName ? `${typeName} ${toResourceName(props.line)}` : title;
  const rest = [environment, detail].filter(Boolean).join(' · ');
  return (
    <li>
      <Text variant="body-small" weight="bold">
        {t(`approvals.verb.${verb}`)}
      </Text>{' '}
      {/* Titles are in the language of the logs. */}
      <Text variant="body-small" lang={typeName ? undefined : 'en'}>
        {name}
      </Text>{' '}
      {rest && <Quiet>{rest}</Quiet>}
    </li>
  );
}
