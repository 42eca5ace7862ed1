import { Office365Mailbox } from '@socialgouv/backstage-plugin-fabrique-common';
import { Folded } from '../../card/Folded';
import { Sentence } from '../../words/Sentence';
import { useWords } from '../../words/useWords';
import classes from './MailClientSetup.module.css';

/** What a person types into a mail program; folded, as it is needed once. */
export function MailClientSetup(props: { mailboxes: Office365Mailbox[] }) {
  const { t } = useWords();
  const shared = props.mailboxes.find(({ kind }) => kind === 'shared');
  const lines = [
    t('office365.setup.imap'),
    t('office365.setup.smtp'),
    ...(shared
      ? [
          t('office365.setup.sharedLogin', {
            login: toSharedLogin(shared.address, t('office365.setup.login')),
          }),
        ]
      : []),
  ];
  return (
    <Folded summary={t('office365.setup.title')}>
      <ul className={classes.lines}>
        {lines.map(line => (
          <li key={line}>
            <Sentence>{line}</Sentence>
          </li>
        ))}
      </ul>
    </Folded>
  );
}

/** A person signs in as themselves, and names the mailbox after a backslash. */
function toSharedLogin(address: string, person: string): string {
  const [mailbox, domain] = address.split('@');
  return `${person}@${domain}\\${mailbox}`;
}
