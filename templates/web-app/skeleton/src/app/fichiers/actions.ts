'use server';

import { revalidatePath } from 'next/cache';
import { storeFile } from '@/server/files';
import { log, toErrorFields } from '@/server/log';
import { reportError } from '@/server/monitoring';
import { parseFile } from '@/server/parseFile';
import { readSettings } from '@/server/settings';

export interface UploadState {
  error?: string;
  storedName?: string;
}

export async function uploadFile(_previous: UploadState, form: FormData): Promise<UploadState> {
  const { storage, writable } = readSettings();
  if (!storage || !writable) return { error: 'L’envoi de fichiers est fermé.' };
  const parsed = parseFile(form.get('file'));
  if ('error' in parsed) return parsed;
  try {
    await storeFile(parsed.file);
  } catch (error) {
    log('error', 'fichier non enregistré', toErrorFields(error));
    reportError(error, { action: 'uploadFile' });
    return { error: 'Le fichier n’a pas pu être enregistré. Réessayez dans quelques minutes.' };
  }
  revalidatePath('/fichiers');
  return { storedName: parsed.file.name };
}
