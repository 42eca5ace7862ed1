import { Link, Text } from '@backstage/ui';
import { ServiceLinksDocument } from '@socialgouv/backstage-plugin-fabrique-common';
import { ReactNode } from 'react';
import { Facts } from '../card/Facts';
import { toShortName } from '../fleet/toShortName';
import { useWords } from '../words/useWords';
import classes from './ServiceLinksResult.module.css';

/** What the search marks in the fields of a document. */
interface Highlight {
  preTag: string;
  postTag: string;
  fields: { [field: string]: string };
}

/** An application that the search found by what it is linked to. */
export function ServiceLinksResult(props: {
  icon?: ReactNode;
  result?: object;
  highlight?: Highlight;
}) {
  const { t, serviceTitle } = useWords();
  if (!props.result) return null;
  // The predicate of the extension lets no other document through.
  const { title, location, owner, links } =
    props.result as ServiceLinksDocument;
  const found = toFoundWords(props.highlight);
  return (
    <div className={classes.result}>
      <span className={classes.icon} aria-hidden="true">
        {props.icon}
      </span>
      <div className={classes.words}>
        <Link href={location} variant="title-x-small" standalone>
          <Marked text={title} found={found} />
        </Link>
        <Facts
          facts={links.map(({ service, value }) => (
            <span key={service}>
              {serviceTitle(service)} <Marked text={value} found={found} />
            </span>
          ))}
        />
        {owner && (
          <Text as="p" variant="body-small">
            {t('searchResult.owner', { owner: toShortName(owner) })}
          </Text>
        )}
      </div>
    </div>
  );
}

/** The words that the search marked, in lower case. */
function toFoundWords(highlight?: Highlight): string[] {
  if (!highlight) return [];
  const { preTag, postTag, fields } = highlight;
  return Object.values(fields).flatMap(text =>
    text
      .split(preTag)
      .slice(1)
      .map(rest => rest.split(postTag)[0].toLocaleLowerCase())
      .filter(Boolean),
  );
}

/** A text in which what was found stands out. */
function Marked(props: { text: string; found: string[] }): JSX.Element {
  const { text, found } = props;
  const lower = text.toLocaleLowerCase();
  const [word] = found
    .filter(candidate => lower.includes(candidate))
    .sort((a, b) => b.length - a.length);
  if (!word) return <>{text}</>;
  const start = lower.indexOf(word);
  const end = start + word.length;
  return (
    <>
      {text.slice(0, start)}
      <mark>{text.slice(start, end)}</mark>
      <Marked text={text.slice(end)} found={found} />
    </>
  );
}
