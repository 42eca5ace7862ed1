'use server';

import { revalidatePath } from 'next/cache';
import { log, toErrorFields } from '@/server/log';
import { addMessage } from '@/server/messages';
import { reportError } from '@/server/monitoring';
import { parseMessage, type MessageErrors } from '@/server/parseMessage';
import { readSettings } from '@/server/settings';

export type PostState =
  | { status: 'idle' | 'posted' | 'failed' }
  | { status: 'invalid'; errors: MessageErrors; values: { author: string; body: string } };

export async function postMessage(_previous: PostState, form: FormData): Promise<PostState> {
  // Une action serveur est une adresse publique : elle vérifie elle-même qu'elle a le droit d'écrire.
  const { database, writable } = readSettings();
  if (!database || !writable) return { status: 'failed' };
  const parsed = parseMessage(form);
  if ('errors' in parsed) {
    const values = { author: String(form.get('author') ?? ''), body: String(form.get('body') ?? '') };
    return { status: 'invalid', errors: parsed.errors, values };
  }
  try {
    await addMessage(parsed.message);
  } catch (error) {
    log('error', 'message non enregistré', toErrorFields(error));
    reportError(error, { action: 'postMessage' });
    return { status: 'failed' };
  }
  revalidatePath('/');
  return { status: 'posted' };
}
