import { Text } from '@backstage/ui';
import { CSSProperties, ReactNode } from 'react';
import { useWords } from '../words/useWords';
import classes from './CardRows.module.css';
import { ToolLink } from './ToolLink';
import { MarkLevel, VerdictMark } from './VerdictMark';
import { Quiet } from './Quiet';

const maximum = 5;

/** One row of a card. */
export interface CardRow {
  key: string;
  title: string;
  /** Page of this very thing in its tool. */
  href?: string;
  /** Small words beside the title, most important first. */
  details?: (string | JSX.Element | undefined)[];
  /** Words below the title, in small. */
  note?: string;
  /** Decoration: `details` says the same in words. */
  mark?: MarkLevel;
}

/**
 * Up to five rows, each a link into the tool where there is one, and how many there are.
 *
 * @param props - `total` is how many there are in the tool, where the rows are a choice of them;
 *   `isAtLeast` says that there may be more.
 */
export function CardRows(props: {
  label: string;
  rows: CardRow[];
  total?: number;
  isAtLeast?: boolean;
}) {
  const { t } = useWords();
  const { rows, label, total, isAtLeast } = props;
  if (rows.length === 0) return null;
  const shown = Math.min(rows.length, maximum);
  const hidden = rows.length - maximum;
  return (
    <>
      <ul className={classes.rows} aria-label={label}>
        {rows.slice(0, maximum).map(row => (
          <li key={row.key} className={classes.row}>
            {row.mark && <VerdictMark level={row.mark} size={12} />}
            <span className={classes.words}>
              <span
                className={classes.title}
                title={row.title}
                style={toTitleStyle(row.title)}
              >
                {row.href ? (
                  <ToolLink href={row.href} standalone>
                    {row.title}
                  </ToolLink>
                ) : (
                  <Text variant="body-small">{row.title}</Text>
                )}
              </span>
              <Details details={row.details ?? []} />
              {row.note && <span className={classes.note}>{row.note}</span>}
            </span>
          </li>
        ))}
      </ul>
      {total === undefined && hidden > 0 && (
        <Quiet size="x-small">{t('card.moreRows', { count: hidden })}</Quiet>
      )}
      {total !== undefined && total > shown && (
        <Quiet as="p" size="x-small">
          {isAtLeast
            ? t('card.shownOfAtLeast', { shown, total })
            : t('card.shownOf', { shown, total })}
        </Quiet>
      )}
    </>
  );
}

/** Short titles leave their details room beside them; long ones have the line for themselves where it is narrow. */
function toTitleStyle(title: string) {
  return { '--title-length': `${title.length}ch` } as CSSProperties;
}

function Details(props: { details: NonNullable<CardRow['details']> }) {
  const shown: ReactNode[] = props.details.filter(Boolean);
  if (shown.length === 0) return null;
  return (
    <span className={classes.details}>
      {shown.map((detail, index) => (
        <span key={index} className={classes.detail}>
          {detail}
        </span>
      ))}
    </span>
  );
}
