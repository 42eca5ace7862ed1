import {
  FleetPage,
  FleetQuery,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { answerFleet, createFleetRows, fleetRows } from '../__fixtures__/fleet';
import { findViolations } from '../__testUtils__/findViolations';
import { freezeTime } from '../__testUtils__/freezeTime';
import { refuse } from '../__testUtils__/refuse';
import { renderFabriquePage } from '../__testUtils__/renderFabriquePage';
import { readText } from '../__testUtils__/readLines';
import { TestLanguage } from '../__testUtils__/renderInLanguage';

describe('FleetPage', () => {
  freezeTime();
  beforeEach(() => {
    // jsdom lays nothing out: the table believes to have this room.
    jest.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
    jest.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(900);
    jest.spyOn(Element.prototype, 'scrollHeight', 'get').mockReturnValue(1e6);
    Element.prototype.scrollTo = function scrollTo(
      this: Element,
      to?: ScrollToOptions | number,
    ) {
      this.scrollTop = Object(to).top;
      fireEvent.scroll(this);
    };
  });
  afterEach(() => jest.restoreAllMocks());

  function render(
    options: {
      rows?: typeof fleetRows;
      getFleet?: (query: FleetQuery) => Promise<FleetPage>;
      getFleetCsv?: (query: FleetQuery) => Promise<Blob>;
      address?: string;
      language?: TestLanguage;
    } = {},
  ) {
    const { rows = fleetRows, address = '', language, getFleetCsv } = options;
    const asked: FleetQuery[] = [];
    const answer = async (query: FleetQuery) => answerFleet(rows, query);
    const { getFleet = answer } = options;
    const { container } = renderFabriquePage({
      path: `/fabrique/fleet${address}`,
      api: {
        getFleet: query => {
          asked.push(query);
          return getFleet(query);
        },
        ...(getFleetCsv && { getFleetCsv }),
      },
      language,
    });
    return { container, asked };
  }

  /** The rows as a screen reader reads them, without the headings. */
  const readRows = () =>
    within(screen.getAllByRole('rowgroup')[1])
      .getAllByRole('row')
      .map(row =>
        [
          ...row.querySelectorAll<HTMLElement>(
            '[role="gridcell"], [role="rowheader"]',
          ),
        ].map(cell => cell.getAttribute('aria-label') ?? readText(cell)),
      );

  const lines: Record<TestLanguage, string[][]> = {
    fr: [
      [
        'Problème',
        'vao',
        'vao',
        "Problème. Aucune des 2 instances de « app » n'est prête",
        'À regarder. 12 nouvelles erreurs depuis hier',
        'Non relié',
      ],
      [
        'À regarder',
        'domifa',
        'domifa',
        'Va bien',
        "À regarder. 12 nouvelles erreurs depuis hier. Sentry n'a pas répondu à temps",
        'Va bien',
      ],
      [
        'Inconnu',
        'egapro',
        'egapro',
        'Va bien',
        "Inconnu. Sentry refuse le jeton du portail. L'équipe SRE doit le renouveler",
        'Va bien',
      ],
      ['Va bien', 'cdtn', 'domifa', 'Va bien', 'Pas encore demandé', 'Va bien'],
      [
        'Non relié',
        'carnet',
        'Sans équipe',
        'Non relié',
        'Non relié',
        'Non relié',
      ],
    ],
    en: [
      [
        'Problem',
        'vao',
        'vao',
        'Problem. None of the 2 instances of app is ready',
        'To look at. 12 new errors since yesterday',
        'Not linked',
      ],
    ],
  };

  it.each(['fr', 'en'] as const)(
    'says how every service of every component is, worst first: %s',
    async language => {
      render({ language });
      await screen.findByRole('link', { name: 'vao' });
      const rows = readRows().map(cells =>
        cells.map(text => text.replace(/\u00a0/g, ' ')),
      );
      expect(rows.slice(0, lines[language].length)).toEqual(lines[language]);
      expect(rows).toHaveLength(5);
      expect(screen.getAllByRole('columnheader').map(readText)).toEqual(
        language === 'fr'
          ? ['État', 'Application', 'Équipe', 'Kubernetes', 'Sentry', 'Matomo']
          : ['State', 'Application', 'Team', 'Kubernetes', 'Sentry', 'Matomo'],
      );
      expect(screen.getByRole('link', { name: 'vao' })).toHaveAttribute(
        'href',
        '/catalog/default/component/vao/fabrique?environment=prod',
      );
    },
  );

  it('filters by what one chooses, and by what the address says', async () => {
    const user = userEvent.setup();
    const { asked } = render({
      address: '?environment=preprod&owner=group:default/domifa',
    });
    expect(await screen.findByText('2 applications')).toBeVisible();
    const chip = await screen.findByRole('row', {
      name: 'Équipe\u00a0: domifa',
    });
    const states = screen.getByRole('group', { name: 'États' });
    expect(within(states).getAllByRole('button').map(readText)).toEqual([
      '1 à regarder',
      '1 va bien',
    ]);
    await user.click(within(states).getByRole('button', { name: '1 va bien' }));
    expect(await screen.findByText('1 application')).toBeVisible();
    await user.click(within(chip).getByRole('button'));
    await waitFor(() => expect(asked.at(-1)?.owners).toBeUndefined());
    await user.type(screen.getByRole('searchbox'), 'x y');
    expect(
      await screen.findByText('Aucune application ne correspond.'),
    ).toBeVisible();
    await user.click(
      screen.getByRole('button', { name: 'Effacer les filtres' }),
    );
    expect(await screen.findByText('5 applications')).toBeVisible();
    const all = { environment: 'preprod', offset: 0, limit: 100 };
    expect(asked).toEqual([
      { ...all, owners: ['group:default/domifa'] },
      { ...all, owners: ['group:default/domifa'], levels: ['ok'] },
      { ...all, levels: ['ok'] },
      { ...all, levels: ['ok'], text: 'x y' },
      all,
    ]);
  }, 60_000);

  it('chooses teams from a list', async () => {
    const user = userEvent.setup();
    const { asked } = render({ rows: createFleetRows(500) });
    await screen.findByText('500 applications');
    await user.click(
      screen.getByRole('button', { name: /Filtrer par équipe$/ }),
    );
    await user.type(
      await screen.findByRole('searchbox', { name: /Chercher…|Search/ }),
      'team-117',
    );
    await user.click(await screen.findByRole('option', { name: 'team-117' }));
    expect(await screen.findByText('2 applications')).toBeVisible();
    expect(asked.at(-1)?.owners).toEqual(['group:default/team-117']);
  });

  it('sorts by a column, and the other way round', async () => {
    const user = userEvent.setup();
    const { asked } = render();
    await screen.findByText('5 applications');
    const heading = () =>
      screen.getByRole('columnheader', { name: 'Application' });
    expect(screen.getByRole('columnheader', { name: 'État' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
    await user.click(within(heading()).getByRole('button'));
    await waitFor(() =>
      expect(readRows().map(cells => cells[1])).toEqual([
        'carnet',
        'cdtn',
        'domifa',
        'egapro',
        'vao',
      ]),
    );
    await user.click(within(heading()).getByRole('button'));
    await waitFor(() => expect(readRows()[0][1]).toBe('vao'));
    expect(heading()).toHaveAttribute('aria-sort', 'descending');
    expect(asked.map(({ sort, descending }) => [sort, descending])).toEqual([
      [undefined, undefined],
      ['title', undefined],
      ['title', true],
    ]);
  });

  it('is one stop of the keyboard, from which arrows lead to every cell and its words', async () => {
    const user = userEvent.setup();
    render();
    const first = await screen.findByRole('link', { name: 'vao' });
    const grid = screen.getByRole('grid');
    expect(grid.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    const focused = () =>
      document.activeElement?.getAttribute('aria-label') ??
      readText(document.activeElement as HTMLElement);
    first.focus();
    const path = [
      [
        '{ArrowRight}{ArrowRight}{ArrowDown}{ArrowRight}',
        "À regarder. 12 nouvelles erreurs depuis hier. Sentry n'a pas répondu à temps",
      ],
      ['{End}', 'Va bien'],
      ['{Home}', 'À regarder'],
      ['{Control>}{End}{/Control}{ArrowDown}', 'Non relié'],
      ['{Control>}{Home}{/Control}{ArrowUp}', 'État'],
      ['{ArrowUp}{ArrowRight}', 'Application'],
    ];
    for (const [keys, words] of path) {
      await user.keyboard(keys);
      await waitFor(() => expect(focused()).toBe(words));
    }
    await user.keyboard('{Enter}');
    await waitFor(() => expect(readRows()[0][1]).toBe('carnet'));
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}{ArrowRight}');
    expect(await screen.findByText('Kubernetes : Va bien')).toBeVisible();
    await user.keyboard('{Escape}');
    expect(screen.queryByText('Kubernetes : Va bien')).toBeNull();
  });

  it('shows the words of the mark under the pointer', async () => {
    render();
    await screen.findByRole('link', { name: 'vao' });
    const cell = screen.getByRole('gridcell', { name: /^Problème. Aucune/ });
    fireEvent.pointerOver(cell);
    const words = await screen.findByText(
      "Aucune des 2 instances de « app » n'est prête",
    );
    expect(readText(words.parentElement!)).toBe(
      "Kubernetes : Problème Aucune des 2 instances de « app » n'est prête Dernière réponse : il y a 2 min",
    );
    fireEvent.pointerLeave(screen.getByRole('grid'));
    await waitFor(() => expect(words).not.toBeInTheDocument());
  });

  it('reads and draws of a long fleet only what is in sight', async () => {
    const user = userEvent.setup();
    const rows = createFleetRows(10_000);
    const { asked } = render({ rows });
    (await screen.findByRole('link', { name: 'app-00000' })).focus();
    expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '10001');
    expect(readRows().length).toBeLessThan(40);
    expect(asked).toHaveLength(1);

    await user.keyboard('{Control>}{End}{/Control}');
    const last = answerFleet(rows, { environment: 'prod', offset: 9999 });
    const { title } = last.rows[0];
    expect(
      await screen.findByRole('link', { name: title }),
    ).toBeInTheDocument();
    expect(readRows().length).toBeLessThan(40);
    expect(asked.map(({ offset }) => offset)).toEqual([0, 9900]);
  });

  it('saves all that matches as a file', async () => {
    const user = userEvent.setup();
    const saved: string[] = [];
    const files: Blob[] = [];
    URL.createObjectURL = blob => `blob:${files.push(blob as Blob)}`;
    URL.revokeObjectURL = () => {};
    jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function click(this: HTMLAnchorElement) {
        saved.push(`${this.download} ${this.href}`);
      });
    const asked: FleetQuery[] = [];
    let isBroken = true;
    render({
      address: '?level=problem&environment=preprod',
      getFleetCsv: async query => {
        asked.push(query);
        if (isBroken) return refuse(500);
        return new Blob(['a;b']);
      },
    });
    const button = await screen.findByRole('button', { name: /^Exporter/ });
    await user.click(button);
    expect(
      await screen.findByText(/^Le portail n'a pas pu écrire le fichier/),
    ).toBeVisible();
    isBroken = false;
    await user.click(button);
    await waitFor(() =>
      expect(saved).toEqual(['fabrique-flotte-preprod-2026-11-20.csv blob:1']),
    );
    expect(asked[1]).toEqual({ environment: 'preprod', levels: ['problem'] });
    expect(screen.queryByText(/n'a pas pu écrire/)).toBeNull();
  });

  it('says that it loads, that there is nothing, that it fails, that one may not', async () => {
    const user = userEvent.setup();
    render({ getFleet: () => new Promise(() => {}) });
    expect(
      await screen.findByRole('status', { name: 'Chargement de la flotte…' }),
    ).toBeVisible();

    render({ rows: [] });
    expect(
      await screen.findByText("La flotte n'a pas encore d'application."),
    ).toBeVisible();

    render({ rows: [], address: '?environment=dev' });
    expect(
      await screen.findByText('La flotte de ce portail ne regarde pas dev.'),
    ).toBeVisible();
    expect(screen.getAllByRole('radio').map(readText)).toEqual([
      'prod',
      'preprod',
      'dev',
    ]);

    render({
      getFleet: async query => ({
        ...answerFleet(fleetRows, query),
        oldestAnswerAt: undefined,
      }),
    });
    expect(
      await screen.findByText(/^Le portail interroge les services/),
    ).toBeVisible();

    let status = 503;
    render({
      getFleet: async query =>
        status === 503 ? refuse(status) : answerFleet(fleetRows, query),
    });
    const failed = "Le portail n'a pas pu lire la flotte.";
    expect(
      await screen.findByText(failed, {}, { timeout: 5_000 }),
    ).toBeVisible();
    status = 200;
    await user.click(screen.getByRole('button', { name: 'Réessayer' }));
    expect(await screen.findByText('5 applications')).toBeVisible();
    expect(screen.queryByText(failed)).toBeNull();

    render({ getFleet: () => refuse(403), language: 'en' });
    expect(
      await screen.findByText(
        /^You may not see the whole fleet/,
        {},
        { timeout: 5_000 },
      ),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  }, 60_000);

  it('says which rows could not be read, and asks for them again', async () => {
    const user = userEvent.setup();
    const rows = createFleetRows(300);
    let isBroken = true;
    render({
      getFleet: async query =>
        isBroken && query.offset ? refuse(500) : answerFleet(rows, query),
    });
    (await screen.findByRole('link', { name: 'app-00000' })).focus();
    await user.keyboard('{Control>}{End}{/Control}');
    const failed = "Certaines lignes n'ont pas pu être lues.";
    expect(
      await screen.findByText(failed, {}, { timeout: 5_000 }),
    ).toBeVisible();
    isBroken = false;
    await user.click(screen.getByRole('button', { name: 'Réessayer' }));
    expect(
      await screen.findByRole('link', { name: 'app-00299' }),
    ).toBeVisible();
    expect(screen.queryByText(failed)).toBeNull();
  });

  it('has no serious fault of accessibility', async () => {
    // Around it is what Backstage draws.
    const findPage = (container: HTMLElement) =>
      container.querySelector('.page')!;
    const { container } = render({ address: '?owner=group:default/domifa' });
    await screen.findByRole('link', { name: 'domifa' });
    expect(await findViolations(findPage(container))).toEqual([]);
    const nothing = render({ rows: [], address: '?text=x' });
    await screen.findByText('Aucune application ne correspond.');
    expect(await findViolations(findPage(nothing.container))).toEqual([]);
  });
});
