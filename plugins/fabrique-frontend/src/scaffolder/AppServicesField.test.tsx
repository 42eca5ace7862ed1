import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { fabriqueApiRef } from '../api/FabriqueApi';
import { createQueryClient, queryClientApiRef } from '../api/queryClient';
import { integrationCards } from '../integrations';
import { createFabriqueApi } from '../__testUtils__/createFabriqueApi';
import { findViolations } from '../__testUtils__/findViolations';
import { readText } from '../__testUtils__/readLines';
import {
  renderInLanguage,
  TestLanguage,
} from '../__testUtils__/renderInLanguage';
import { AppServicesField } from './AppServicesField';
import { appServiceSections, AppServicesFieldProps } from './appServicesSchema';

const everything = ['upptime', 'grafana', 'tipimail', 'nextcloud', 'office365'];

/** The form around the field, as far as the field uses it; it shows the answers. */
function Form(props: { offered: string[]; initially: string[] }) {
  const [services, setServices] = useState(props.initially);
  const field = {
    formData: services,
    onChange: setServices,
    schema: {
      title: 'Services',
      description: 'Ce qui sert à l’équipe.',
      items: { enum: props.offered },
    },
    uiSchema: {},
    rawErrors: [],
    idSchema: { $id: 'services' },
  } as unknown as AppServicesFieldProps;
  return (
    <>
      <AppServicesField {...field} />
      <output>{services.join(', ')}</output>
    </>
  );
}

describe('AppServicesField', () => {
  async function open(
    answer: () => Promise<string[]>,
    options: {
      offered?: string[];
      initially?: string[];
      language?: TestLanguage;
    } = {},
  ) {
    const { offered = everything, initially = [], language = 'fr' } = options;
    const { container } = renderInLanguage(
      <Form offered={offered} initially={initially} />,
      language,
      {
        apis: [
          [fabriqueApiRef, createFabriqueApi({ getConnectedServices: answer })],
          [queryClientApiRef, createQueryClient()],
        ],
      },
    );
    await waitFor(() => {
      for (const box of screen.getAllByRole('checkbox')) {
        expect(box).toBeEnabled();
      }
    });
    return container;
  }
  const chosen = () => screen.getByRole('status').textContent;
  const readBoxes = () =>
    screen.getAllByRole('group').map(group => [
      group.getAttribute('aria-label') ??
        readText(
          document.getElementById(
            group.getAttribute('aria-labelledby')!.split(' ')[0],
          )!,
        ),
      ...within(group)
        .getAllByRole('checkbox')
        .map(box => box.closest('label')!.textContent),
    ]);

  it('says what each service makes, in the sections of its card', async () => {
    const container = await open(async () => everything);
    expect(readBoxes()).toEqual([
      [
        'Observation',
        'Le site surveillé par UppTime',
        'Un tableau de bord dans Grafana',
      ],
      [
        'Échanges',
        'Des messages envoyés par Tipimail',
        'Un dossier partagé sur NextCloud',
        'Une boîte aux lettres dans Office 365',
      ],
    ]);
    expect(
      screen.getByRole('checkbox', {
        name: 'Un dossier partagé sur NextCloud',
      }),
    ).toHaveAccessibleDescription(
      "Un dossier au nom de l'application, où travaille l'équipe.",
    );
    for (const { section, services } of appServiceSections) {
      for (const id of services) {
        expect([id, integrationCards[id].section]).toEqual([id, section]);
      }
    }
    expect(await findViolations(container)).toEqual([]);
  });

  it('keeps what is ticked, in one order, and what the other section has', async () => {
    await open(async () => everything, { initially: ['grafana'] });
    await userEvent.click(screen.getByRole('checkbox', { name: /Office 365/ }));
    await userEvent.click(screen.getByRole('checkbox', { name: /Tipimail/ }));
    expect(chosen()).toBe('grafana, tipimail, office365');
    await userEvent.click(screen.getByRole('checkbox', { name: /Grafana/ }));
    expect(chosen()).toBe('tipimail, office365');
  });

  it('offers neither what the portal is not connected to nor what the template leaves out', async () => {
    await open(async () => ['upptime', 'sentry', 'nextcloud'], {
      offered: ['upptime', 'grafana', 'tipimail'],
      initially: ['grafana', 'upptime'],
      language: 'en',
    });
    expect(readBoxes()).toEqual([['Watching', 'UppTime watches the site']]);
    expect(
      screen.getByText('This portal is not connected to Grafana and Tipimail.'),
    ).toBeVisible();
    await waitFor(() => expect(chosen()).toBe('upptime'));
  });

  it('offers all when the portal cannot tell: the run says what is missing', async () => {
    await open(() => Promise.reject(new Error('down')), {
      initially: ['upptime'],
    });
    expect(screen.getAllByRole('checkbox')).toHaveLength(5);
    expect(chosen()).toBe('upptime');
  });
});
