'use client';

import { Alert } from '@codegouvfr/react-dsfr/Alert';
import { Button } from '@codegouvfr/react-dsfr/Button';
import { Input } from '@codegouvfr/react-dsfr/Input';
import { useActionState } from 'react';
import { postMessage, type PostState } from '@/app/actions';
import { AUTHOR_MAX, BODY_MAX } from '@/server/parseMessage';

const initial: PostState = { status: 'idle' };

export function MessageForm() {
  const [state, action, pending] = useActionState(postMessage, initial);
  const invalid = state.status === 'invalid' ? state : undefined;
  return (
    <form action={action} noValidate>
      <div aria-live="polite">
        {state.status === 'posted' && (
          <Alert small className="fr-mb-3w" severity="success" description="Votre message est enregistré." />
        )}
        {state.status === 'failed' && (
          <Alert
            small
            className="fr-mb-3w"
            severity="error"
            description="Votre message n’a pas pu être enregistré. Réessayez dans quelques minutes."
          />
        )}
      </div>
      <Input
        label="Votre nom"
        state={invalid?.errors.author ? 'error' : 'default'}
        stateRelatedMessage={invalid?.errors.author}
        nativeInputProps={{
          name: 'author',
          required: true,
          maxLength: AUTHOR_MAX,
          autoComplete: 'name',
          defaultValue: invalid?.values.author,
        }}
      />
      <Input
        textArea
        label="Votre message"
        hintText={`${BODY_MAX} caractères au plus. Il sera visible de tous.`}
        state={invalid?.errors.body ? 'error' : 'default'}
        stateRelatedMessage={invalid?.errors.body}
        nativeTextAreaProps={{
          name: 'body',
          required: true,
          maxLength: BODY_MAX,
          rows: 4,
          defaultValue: invalid?.values.body,
        }}
      />
      <Button type="submit" disabled={pending} iconId="fr-icon-send-plane-line">
        {pending ? 'Envoi…' : 'Envoyer'}
      </Button>
    </form>
  );
}
