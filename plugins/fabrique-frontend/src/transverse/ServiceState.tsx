import { Text } from '@backstage/ui';
import { TransverseService } from '@socialgouv/backstage-plugin-fabrique-common';
import { Quiet } from '../card/Quiet';
import { VerdictMark } from '../card/VerdictMark';
import { toSentenceCase, useWords } from '../words/useWords';
import classes from './TransverseServicesPage.module.css';

/** Whether a shared service answers, and what is wrong with it. */
export function ServiceState(props: { service: TransverseService }) {
  const { t, reason } = useWords();
  const { state, level = 'unknown', reasons = [] } = props.service;
  return (
    <div className={classes.state}>
      <VerdictMark level={level} />
      <div>
        <Text as="p" variant="body-medium">
          {t(`transverse.${state}`)}
        </Text>
        {reasons
          // That it does not answer has just been said.
          .filter(({ key }) => key !== 'upptime.down')
          .map(item => (
            <Quiet key={item.key} as="p">
              {toSentenceCase(reason(item))}
            </Quiet>
          ))}
      </div>
    </div>
  );
}
