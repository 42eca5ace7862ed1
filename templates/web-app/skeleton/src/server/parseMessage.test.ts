import { describe, expect, it } from 'vitest';
import { parseMessage } from './parseMessage';

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

describe('parseMessage', () => {
  it('garde un message valide, sans les espaces du bord', () => {
    expect(parseMessage(form({ author: ' Camille ', body: 'Bonjour\0 !\n' }))).toEqual({
      message: { author: 'Camille', body: 'Bonjour !' },
    });
  });

  it.each([
    [{}, { author: 'Indiquez votre prénom ou votre nom.', body: 'Écrivez votre message.' }],
    [{ author: 'Camille', body: '  ' }, { body: 'Écrivez votre message.' }],
    [
      { author: 'a'.repeat(61), body: 'b'.repeat(501) },
      {
        author: 'Le nom fait 60 caractères au plus.',
        body: 'Le message fait 500 caractères au plus ; le vôtre en a 501.',
      },
    ],
  ])('dit ce qui ne va pas : %o', (fields, errors) => {
    expect(parseMessage(form(fields))).toEqual({ errors });
  });
});
