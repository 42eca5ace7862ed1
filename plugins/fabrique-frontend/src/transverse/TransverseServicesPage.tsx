import { Text } from '@backstage/ui';
import {
  ConfiguredWords,
  TransverseService,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { ToolLink } from '../card/ToolLink';
import { Quiet } from '../card/Quiet';
import { PortalFailure } from '../overview/PortalFailure';
import { PageFrame } from '../page/PageFrame';
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
    <PageFrame loading={data || error ? undefined : t('transverse.loading')}>
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
    </PageFrame>
  );
}

/** Not the table of HTML, which is none any more where a narrow screen lays it out otherwise. */
function ServicesTable(props: { services: TransverseService[] }) {
  const { t } = useWords();
  const headings = ['service', 'use', 'state', 'access'] as const;
  return (
    <div
      role="table"
      aria-label={t('transverse.title')}
      className={classes.table}
    >
      <div role="row" className={classes.headings}>
        {headings.map(heading => (
          <div key={heading} role="columnheader">
            {t(`transverse.${heading}`)}
          </div>
        ))}
      </div>
      {props.services.map(service => (
        <ServiceRow key={service.id} service={service} />
      ))}
    </div>
  );
}

function ServiceRow(props: { service: TransverseService }) {
  const { t } = useWords();
  const toText = useConfiguredWords();
  const { id, name, description, url, documentationUrl, accessText } =
    props.service;
  return (
    <div role="row" className={classes.row}>
      <div role="rowheader" className={classes.name}>
        {url ? (
          <ToolLink href={url} standalone>
            {name}
          </ToolLink>
        ) : (
          name
        )}
      </div>
      <div role="cell">{toText(description, `transverse.purpose.${id}`)}</div>
      <div role="cell">
        <ServiceState service={props.service} />
      </div>
      <div role="cell">
        <Sentence>{toText(accessText) ?? t('transverse.askSre')}</Sentence>{' '}
        {documentationUrl && (
          <ToolLink href={documentationUrl}>
            {t('transverse.documentation')}
          </ToolLink>
        )}
      </div>
    </div>
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
