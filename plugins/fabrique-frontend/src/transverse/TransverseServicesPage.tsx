import { Container, Skeleton, Text } from '@backstage/ui';
import {
  ConfiguredWords,
  TransverseService,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { ToolLink } from '../card/ToolLink';
import { Quiet } from '../card/Quiet';
import { PortalFailure } from '../overview/PortalFailure';
import { RelativeTime } from '../words/RelativeTime';
import { Sentence } from '../words/Sentence';
import { useWords } from '../words/useWords';
import { ServiceState } from './ServiceState';
import classes from './TransverseServicesPage.module.css';
import { useTransverseServices } from './useTransverseServices';

/** The services that the teams share: what for, whether they answer, how to get access. */
export function TransverseServicesPage() {
  const { t, failure } = useWords();
  const { data, error, refetch } = useTransverseServices();
  return (
    <Container className={classes.page}>
      <Text as="p" variant="body-large">
        {t('transverse.lead')}
      </Text>
      {error && (
        <PortalFailure
          error={error}
          onRetry={refetch}
          failed={t('transverse.failed')}
          forbidden={t('transverse.forbidden')}
        />
      )}
      {data && data.services.length > 0 && (
        <ServicesTable services={data.services} />
      )}
      {data?.services.length === 0 && <Nothing />}
      {data?.failure && (
        <Quiet as="p">
          <Sentence>{failure(data.failure, { service: 'upptime' })}</Sentence>
        </Quiet>
      )}
      {data?.fetchedAt && (
        <Quiet as="p">
          {t('transverse.checked', {
            time: <RelativeTime at={data.fetchedAt} />,
          })}
        </Quiet>
      )}
      {!data && !error && (
        <div
          role="status"
          aria-label={t('transverse.loading')}
          className={classes.loading}
        >
          {Array.from({ length: 7 }, (_, index) => (
            <Skeleton key={index} width="100%" height={40} />
          ))}
        </div>
      )}
    </Container>
  );
}

/** The roles are said because a table that is laid out otherwise is none for some browsers. */
function ServicesTable(props: { services: TransverseService[] }) {
  const { t } = useWords();
  const headings = ['service', 'use', 'state', 'access'] as const;
  return (
    <table role="table" className={classes.table}>
      <thead role="rowgroup">
        <tr role="row">
          {headings.map(heading => (
            <th key={heading} role="columnheader" scope="col">
              {t(`transverse.${heading}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {props.services.map(service => (
          <ServiceRow key={service.id} service={service} />
        ))}
      </tbody>
    </table>
  );
}

function ServiceRow(props: { service: TransverseService }) {
  const { t } = useWords();
  const toText = useConfiguredWords();
  const { id, name, description, url, documentationUrl, accessText } =
    props.service;
  return (
    <tr role="row">
      <th role="rowheader" scope="row">
        {url ? (
          <ToolLink href={url} standalone>
            {name}
          </ToolLink>
        ) : (
          name
        )}
      </th>
      <td role="cell">{toText(description, `transverse.purpose.${id}`)}</td>
      <td role="cell">
        <ServiceState service={props.service} />
      </td>
      <td role="cell">
        <Sentence>{toText(accessText) ?? t('transverse.askSre')}</Sentence>{' '}
        {documentationUrl && (
          <ToolLink href={documentationUrl}>
            {t('transverse.documentation')}
          </ToolLink>
        )}
      </td>
    </tr>
  );
}

function Nothing() {
  const { t } = useWords();
  return (
    <div>
      <Text as="p" variant="body-large" weight="bold">
        {t('transverse.empty')}
      </Text>
      <Quiet as="p">
        <Sentence>
          {t('transverse.emptyHint', { key: '`fabrique.transverseServices`' })}
        </Sentence>
      </Quiet>
    </div>
  );
}

/** Gives words of the configuration in the reader's language, else those of the page under `key`. */
function useConfiguredWords() {
  const { format, find } = useWords();
  return (words: ConfiguredWords | undefined, key?: string) => {
    if (typeof words === 'string') return words;
    const [language] = format.language.split('-');
    return (
      words?.[language] ?? Object.values(words ?? {})[0] ?? (key && find(key))
    );
  };
}
