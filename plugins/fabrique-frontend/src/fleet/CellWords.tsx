import { Text } from '@backstage/ui';
import { FleetService } from '@socialgouv/backstage-plugin-fabrique-common';
import { Sentence } from '../words/Sentence';
import { RelativeTime } from '../words/RelativeTime';
import { useWords } from '../words/useWords';
import { useServiceWords } from './useServiceWords';

/** How a service of a component is, why, and since when one knows. */
export function CellWords(props: { id: string; service?: FleetService }) {
  const { id, service } = props;
  const { t, serviceTitle } = useWords();
  const { verdict, reasons } = useServiceWords()(id, service);
  return (
    <>
      <Text as="p" variant="body-small" weight="bold">
        {t('fleet.pair', { name: serviceTitle(id), value: verdict })}
      </Text>
      {reasons.map((sentence, index) => (
        <Text key={index} as="p" variant="body-small">
          <Sentence>{sentence}</Sentence>
        </Text>
      ))}
      {service?.fetchedAt && (
        <Text as="p" variant="body-x-small">
          {t('fleet.asOf', { time: <RelativeTime at={service.fetchedAt} /> })}
        </Text>
      )}
    </>
  );
}
