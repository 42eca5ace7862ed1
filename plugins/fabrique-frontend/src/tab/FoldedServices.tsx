import { Text } from '@backstage/ui';
import {
  describeAnnotation,
  toAnnotationLine,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { Folded } from '../card/Folded';
import { Quiet } from '../card/Quiet';
import { CodeToCopy } from '../words/CodeToCopy';
import { Sentence } from '../words/Sentence';
import { useWords } from '../words/useWords';
import classes from './FoldedServices.module.css';
import { TabSection } from './sections';

/** The services without a card, in one line each way: what to paste, or that the portal has none. */
export function FoldedServices(
  props: Pick<TabSection, 'notLinked' | 'notConfigured'>,
) {
  const { notLinked, notConfigured } = props;
  const { t, format, serviceTitle } = useWords();
  return (
    <>
      {notLinked.length > 0 && (
        <Folded
          size="medium"
          summary={
            <>
              {t('notLinked.line', {
                count: notLinked.length,
                services: format.list(
                  notLinked.map(({ service }) => serviceTitle(service)),
                ),
              })}{' '}
              <span className={classes.action}>{t('notLinked.action')}</span>
            </>
          }
        >
          <ul className={classes.list}>
            {notLinked.map(({ service, result }) => (
              <li key={service}>
                <Text as="p" variant="body-small">
                  <Sentence>
                    {[
                      t('notLinked.sentence', {
                        service: serviceTitle(service),
                        annotation: result.annotation,
                      }),
                      describeAnnotation(result.annotation, format.language),
                    ].join(' ')}
                  </Sentence>
                </Text>
                <CodeToCopy
                  code={toAnnotationLine(result.annotation, result.example)}
                  label={t('notLinked.copy', {
                    service: serviceTitle(service),
                  })}
                />
              </li>
            ))}
          </ul>
        </Folded>
      )}
      {notConfigured.length > 0 && (
        <Quiet as="p">
          {notConfigured
            .map(service =>
              t('notConfigured', { service: serviceTitle(service) }),
            )
            .join(' ')}
        </Quiet>
      )}
    </>
  );
}
