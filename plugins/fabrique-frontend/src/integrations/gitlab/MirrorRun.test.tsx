import { ResponseError } from '@backstage/errors';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { GitlabMirrorRun } from '@socialgouv/backstage-plugin-fabrique-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { domifa } from '../../__fixtures__/entities';
import { createFabriqueApi } from '../../__testUtils__/createFabriqueApi';
import { readText } from '../../__testUtils__/readLines';
import { renderInLanguage } from '../../__testUtils__/renderInLanguage';
import { fabriqueApiRef } from '../../api/FabriqueApi';
import { createQueryClient, queryClientApiRef } from '../../api/queryClient';
import { MirrorRun } from './MirrorRun';

const failure = { kind: 'forbidden' as const, message: 'GitLab: HTTP 403' };

async function refuse(status: number): Promise<never> {
  throw await ResponseError.fromResponse(
    new Response('{}', { status, statusText: 'Refused' }),
  );
}

const outcomes: [() => Promise<GitlabMirrorRun>, string][] = [
  [async () => ({ state: 'finished' }), 'Le miroir est à jour.'],
  [
    async () => ({ state: 'running' }),
    'GitLab copie encore le dépôt : la carte dira comment cela se termine.',
  ],
  [
    async () => ({ state: 'failed', lastError: 'error: 502' }),
    'La copie a échoué : error: 502',
  ],
  [async () => ({ state: 'failed' }), 'La copie a échoué.'],
  [
    async () => ({ state: 'failed', failure }),
    "Le jeton du portail n'a pas accès au projet SocialGouv/domifa. L'équipe SRE peut le lui donner.",
  ],
  [
    () => refuse(403),
    "Vous n'avez pas le droit de relancer ce miroir. Demandez à son équipe ou à l'équipe SRE.",
  ],
  [() => refuse(500), "Le portail n'a pas pu relancer le miroir. Réessayez."],
];

describe('MirrorRun', () => {
  function render(runGitlabMirror: () => Promise<GitlabMirrorRun>) {
    const asked: string[] = [];
    const api = createFabriqueApi({
      runGitlabMirror: entityRef => {
        asked.push(entityRef);
        return runGitlabMirror();
      },
    });
    renderInLanguage(
      <EntityProvider entity={domifa}>
        <MirrorRun project="SocialGouv/domifa" />
      </EntityProvider>,
      'fr',
      {
        apis: [
          [fabriqueApiRef, api],
          [queryClientApiRef, createQueryClient()],
        ] as const,
      },
    );
    return asked;
  }

  it.each(outcomes)('says how it went (%#): %s', async (run, sentence) => {
    const user = userEvent.setup();
    const asked = render(run);
    await user.click(
      await screen.findByRole('button', { name: /Relancer le miroir/ }),
    );
    expect(await screen.findByText(sentence)).toBeVisible();
    expect(asked).toEqual(['component:default/domifa']);
  });

  it('says that GitLab copies, and asks once', async () => {
    const user = userEvent.setup();
    let end: (run: GitlabMirrorRun) => void = () => {};
    const asked = render(
      () =>
        new Promise(resolve => {
          end = resolve;
        }),
    );
    const button = await screen.findByRole('button', {
      name: /Relancer le miroir/,
    });
    await user.click(button);
    expect(await screen.findByText('GitLab copie le dépôt…')).toBeVisible();
    await user.click(button);
    end({ state: 'finished' });
    expect(await screen.findByText('Le miroir est à jour.')).toBeVisible();
    expect(asked).toHaveLength(1);
    expect(readText(screen.getByText('Le miroir est à jour.'))).toBe(
      'Le miroir est à jour.',
    );
  });
});
