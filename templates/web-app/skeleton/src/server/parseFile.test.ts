import { expect, it } from 'vitest';
import { FILE_MAX_BYTES, parseFile } from './parseFile';

const pdf = (size: number) => new File([new Uint8Array(size)], 'attestation.pdf', { type: 'application/pdf' });

it('accepte un PDF de 5 Mo', () => {
  const content = pdf(FILE_MAX_BYTES);
  expect(parseFile(content)).toEqual({
    file: { name: 'attestation.pdf', type: 'application/pdf', content },
  });
});

it.each([
  [null, 'Choisissez un fichier.'],
  ['texte', 'Choisissez un fichier.'],
  [pdf(0), 'Choisissez un fichier.'],
  [pdf(FILE_MAX_BYTES + 1), 'Le fichier dépasse 5 Mo.'],
  [
    new File(['<script>'], 'page.html', { type: 'text/html' }),
    'Ce type de fichier n’est pas accepté : envoyez un PDF, une image PNG ou JPEG, ou un texte.',
  ],
])('refuse, et dit pourquoi (%#)', (value, error) => {
  expect(parseFile(value)).toEqual({ error });
});
