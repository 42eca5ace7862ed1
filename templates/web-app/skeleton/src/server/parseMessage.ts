export interface NewMessage {
  author: string;
  body: string;
}

export type MessageErrors = Partial<Record<keyof NewMessage, string>>;

export const AUTHOR_MAX = 60;
export const BODY_MAX = 500;

/** Valide ce qu'une personne a saisi ; les erreurs sont dites champ par champ, pour être lues à côté de lui. */
export function parseMessage(form: FormData): { message: NewMessage } | { errors: MessageErrors } {
  const author = readText(form, 'author');
  const body = readText(form, 'body');
  const errors: MessageErrors = {};
  if (!author) errors.author = 'Indiquez votre prénom ou votre nom.';
  else if (author.length > AUTHOR_MAX) errors.author = `Le nom fait ${AUTHOR_MAX} caractères au plus.`;
  if (!body) errors.body = 'Écrivez votre message.';
  else if (body.length > BODY_MAX) {
    errors.body = `Le message fait ${BODY_MAX} caractères au plus ; le vôtre en a ${body.length}.`;
  }
  return errors.author || errors.body ? { errors } : { message: { author, body } };
}

function readText(form: FormData, name: string): string {
  const value = form.get(name);
  // Postgres refuse le caractère nul dans un texte.
  return typeof value === 'string' ? value.replaceAll('\0', '').trim() : '';
}
