import { ActionRow } from '../ActionRow';

/** Actions of mail, files and mailboxes. */
export const peopleRows: ActionRow[] = [
  {
    action: 'fabrique:tipimail:domain:ensure',
    input: name => ({ name }),
  },
  {
    action: 'fabrique:tipimail:api-key:ensure',
    input: name => ({ name, environments: ['prod'] }),
  },
  {
    action: 'fabrique:nextcloud:folder:ensure',
    input: name => ({ name }),
  },
  {
    action: 'fabrique:office365:mailbox:ensure',
    input: name => ({
      name,
      owners: ['camille.martin@fabrique.social.gouv.fr'],
    }),
  },
];
