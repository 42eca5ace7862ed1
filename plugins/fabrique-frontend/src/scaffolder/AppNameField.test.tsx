import {
  ApiHolder,
  ApiRef,
  configApiRef,
  translationApiRef,
} from '@backstage/frontend-plugin-api';
import { mockApis } from '@backstage/frontend-test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { fabriqueApiRef, NameAvailability } from '../api/FabriqueApi';
import { createQueryClient, queryClientApiRef } from '../api/queryClient';
import { createFabriqueApi } from '../__testUtils__/createFabriqueApi';
import { readText } from '../__testUtils__/readLines';
import {
  renderInLanguage,
  TestLanguage,
} from '../__testUtils__/renderInLanguage';
import { AppNameField } from './AppNameField';
import { AppNameFieldProps } from './schema';
import { validateAppNameField } from './validateAppNameField';

const taken: NameAvailability = {
  available: false,
  takenBy: 'group:default/cdtn',
  where: 'catalog',
};

function createApi(answer: () => Promise<NameAvailability>) {
  const asked: (string | undefined)[][] = [];
  const api = createFabriqueApi({
    getNameAvailability: (name, options) => {
      asked.push([name, options?.owner]);
      return answer();
    },
  });
  return { api, asked };
}

/** The form around the field, as far as the field uses it. */
function Form() {
  const [name, setName] = useState<string>();
  const props = {
    formData: name,
    onChange: setName,
    schema: {},
    uiSchema: {},
    rawErrors: [],
    required: true,
    idSchema: { $id: 'name' },
    formContext: { formData: { owner: 'group:default/domifa' } },
  } as unknown as AppNameFieldProps;
  return <AppNameField {...props} />;
}

describe('AppNameField', () => {
  async function type(
    name: string,
    answer: () => Promise<NameAvailability>,
    language: TestLanguage = 'fr',
  ) {
    const { api, asked } = createApi(answer);
    renderInLanguage(<Form />, language, {
      apis: [
        [fabriqueApiRef, api],
        [queryClientApiRef, createQueryClient()],
      ],
    });
    await userEvent.type(await screen.findByRole('textbox'), name);
    return asked;
  }

  it('shows what the name gives, and that it is free for the chosen owner', async () => {
    const asked = await type('cdtn-admin', async () => ({ available: true }));
    expect(await screen.findByText('Ce nom est libre.')).toBeVisible();
    expect(asked).toEqual([['cdtn-admin', 'group:default/domifa']]);
    const names = screen.getByRole('region', { name: 'Ce que ce nom donne' });
    expect(
      within(names)
        .getAllByRole('term')
        .map(term => [
          readText(term),
          readText(term.nextSibling as HTMLElement),
        ]),
    ).toEqual([
      ['Dépôt', 'SocialGouv/cdtn-admin'],
      ['Miroir GitLab', 'SocialGouv/cdtn-admin'],
      ['Adresse en production', 'cdtn-admin.prod2.fabrique.social.gouv.fr'],
      ['Namespace en production', 'cdtn-admin'],
      ['Base de données en production', 'cdtn-admin sur fabriqueprodserver'],
      ['Stockage en production', 'cdtnadminprod / cdtn-admin-prod'],
    ]);
  });

  it.each([
    [
      'Domifa',
      'fr',
      'Utilisez des minuscules sans accent, des chiffres et des tirets simples ; commencez par une lettre et ne finissez pas par un tiret.',
    ],
    ['ab', 'fr', 'Utilisez au moins 3 caractères.'],
    ['ab', 'en', 'Use at least 3 characters.'],
    [
      'prod',
      'fr',
      '« prod » a déjà un sens dans nos systèmes. Choisissez un autre nom.',
    ],
    [
      'gestion-des-domiciliations',
      'fr',
      'Le stockage Azure accepte ici 20 lettres et chiffres au plus, sans compter les tirets ; ce nom en a 24. Raccourcissez-le.',
    ],
  ] as const)(
    'says what to change in %s (%s)',
    async (name, language, text) => {
      const asked = await type(name, async () => taken, language);
      expect(screen.getAllByRole('status').map(readText).join(' ')).toContain(
        text,
      );
      expect(screen.getByRole('textbox')).toBeInvalid();
      expect(asked).not.toContainEqual([name, 'group:default/domifa']);
    },
  );

  it('says who has the name, and when it cannot tell', async () => {
    await type('domifa', async () => taken);
    expect(
      await screen.findByText(
        'Le nom domifa est pris par cdtn (catalogue). Choisissez-en un autre.',
      ),
    ).toBeVisible();
    await type('domifa', () => Promise.reject(new Error('down')), 'en');
    expect(
      await screen.findByText(/^The portal could not check whether/),
    ).toBeVisible();
  });
});

describe('validateAppNameField', () => {
  async function validate(
    name: string,
    answer: () => Promise<NameAvailability>,
    formData = {},
  ) {
    const { api, asked } = createApi(answer);
    const apis = new Map<string, unknown>([
      [configApiRef.id, mockApis.config()],
      [translationApiRef.id, mockApis.translation()],
      [fabriqueApiRef.id, api],
    ]);
    const errors: string[] = [];
    await validateAppNameField(
      name,
      { __errors: errors, addError: message => errors.push(message) },
      {
        apiHolder: {
          get: <T,>(ref: ApiRef<T>) => apis.get(ref.id) as T | undefined,
        } satisfies ApiHolder,
        formData,
        schema: {},
        uiSchema: { 'ui:options': { ownerField: 'team' } },
      },
    );
    return { errors, asked };
  }

  it('refuses what cannot be used, without asking for it', async () => {
    expect(await validate('-', async () => taken)).toEqual({
      errors: [
        'Use lower case letters, digits and single hyphens; start with a letter and do not end with a hyphen.',
      ],
      asked: [],
    });
  });

  it('refuses what someone else has', async () => {
    expect(
      await validate('domifa', async () => taken, {
        team: 'group:default/sre',
      }),
    ).toEqual({
      errors: [
        'The name domifa is taken by cdtn (catalog). Choose another one.',
      ],
      asked: [['domifa', 'group:default/sre']],
    });
  });

  it('lets a free name pass, and one that cannot be checked: the run checks again', async () => {
    const free = await validate('domifa', async () => ({ available: true }));
    expect(free).toEqual({ errors: [], asked: [['domifa', undefined]] });
    const unknown = await validate('domifa', () =>
      Promise.reject(new Error('down')),
    );
    expect(unknown.errors).toEqual([]);
  });
});
