export interface AcceptedFile {
  name: string;
  type: string;
  content: Blob;
}

export const FILE_MAX_BYTES = 5 * 1024 * 1024;
export const FILE_TYPES = ['application/pdf', 'image/png', 'image/jpeg', 'text/plain'];

/** Valide un fichier reçu d'un formulaire ; l'erreur est une phrase à montrer à la personne. */
export function parseFile(value: FormDataEntryValue | null): { file: AcceptedFile } | { error: string } {
  if (!(value instanceof File) || value.size === 0) return { error: 'Choisissez un fichier.' };
  if (value.size > FILE_MAX_BYTES) return { error: 'Le fichier dépasse 5 Mo.' };
  if (!FILE_TYPES.includes(value.type)) {
    return { error: 'Ce type de fichier n’est pas accepté : envoyez un PDF, une image PNG ou JPEG, ou un texte.' };
  }
  return { file: { name: value.name.slice(0, 120), type: value.type, content: value } };
}
