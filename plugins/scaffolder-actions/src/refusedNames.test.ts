import { JsonObject } from '@backstage/types';
import { runWebAppSteps } from './__testUtils__/runWebAppSteps';
import { startActions, StartedActions } from './__testUtils__/startActions';
import { TaskDouble } from './__testUtils__/TaskDouble';

jest.setTimeout(180_000);

const compute = 'fabrique:names:compute';

describe('names that are refused, against the sandbox', () => {
  let actions: StartedActions;
  beforeAll(async () => {
    actions = await startActions();
    await runWebAppSteps(actions, new TaskDouble(), 'held');
  });
  afterAll(() => actions?.stop());

  const refuse = async (id: string, input: JsonObject) => {
    const before = await actions.readWrites();
    const error = await new TaskDouble().run(actions.action(id), input).then(
      () => undefined,
      (thrown: Error) => thrown,
    );
    expect(await actions.readWrites()).toEqual(before);
    return error?.message;
  };

  it.each([
    [
      'Mon App',
      'group:default/domifa',
      "The name 'Mon App' cannot be used: use lower case letters, digits and single hyphens, a letter first and no hyphen last.",
    ],
    [
      'a-name-of-more-than-twenty',
      'group:default/domifa',
      "The name 'a-name-of-more-than-twenty' is too long for Azure storage: use at most 20 letters and digits; it has 21.",
    ],
    [
      'free-name',
      'group:default/nobody',
      "The team 'group:default/nobody' is not a group of the catalog. Choose an existing team, or ask the SRE team to add it.",
    ],
    [
      'free-name',
      'group:default/ghosts',
      "The application 'free-name' cannot be created, and nothing was. GitHub organization SocialGouv has no team 'ghosts'. Create it there, or set the annotation github.com/team-slug of the group.",
    ],
    [
      'in-catalog',
      'group:default/domifa',
      "The application 'in-catalog' cannot be created, and nothing was. The catalog has a component 'in-catalog' of group:default/egapro. Choose another name.",
    ],
  ])('%s for %s', async (name, owner, sentence) => {
    expect(await refuse(compute, { name, owner })).toBe(sentence);
  });

  it.each([
    'evil.example.com',
    'evil.example.com/x',
    'x@evil',
    '//evil',
    '127.0.0.1:1',
    '../x',
    'x%2f',
  ])(
    'case 7: %s becomes part of the name of no host, account or database',
    async name => {
      const owner = 'group:default/domifa';
      const environments = ['dev'];
      for (const [id, input] of [
        [compute, { name, owner }],
        ['fabrique:azure:blob:ensure', { name, environments }],
        ['fabrique:azure:postgres:ensure', { name, environments }],
        ['fabrique:sentry:project:ensure', { name, owner }],
      ] as const) {
        await expect(
          new TaskDouble().run(actions.action(id), input),
        ).rejects.toThrow(`The name '${name}' cannot be used`);
      }
    },
  );

  it('of another team, with everything that holds it', async () => {
    expect(
      await refuse(compute, { name: 'held', owner: 'group:default/egapro' }),
    ).toBe(
      "The application 'held' cannot be created, and nothing was. " +
        'The GitHub repository SocialGouv/held belongs to domifa, and team egapro has no access to it. Choose another name, or ask for access. ' +
        'The Sentry project held belongs to team domifa. Choose another name, or have it given to team egapro too.',
    );
  });

  it('is no conflict for the team itself', async () => {
    expect(
      await refuse(compute, { name: 'held', owner: 'group:default/domifa' }),
    ).toBeUndefined();
  });

  it("by an account and databases that bear another application's tag", async () => {
    // Azure knows letters and digits alone: `he-ld` would have the account of `held`.
    expect(
      await refuse(compute, { name: 'he-ld', owner: 'group:default/domifa' }),
    ).toBe(
      "The application 'he-ld' cannot be created, and nothing was. " +
        'The storage account helddev exists and belongs to SocialGouv/held. Choose another name, or have the SRE team set its tag fabrique-app to SocialGouv/he-ld. ' +
        'The storage account heldprod exists and belongs to SocialGouv/held. Choose another name, or have the SRE team set its tag fabrique-app to SocialGouv/he-ld.',
    );
    expect(
      await refuse('fabrique:azure:blob:ensure', {
        name: 'he-ld',
        environments: ['dev'],
      }),
    ).toBe(
      'fabrique:azure:blob:ensure stopped before anything was changed. The storage account helddev exists and belongs to SocialGouv/held. Choose another name, or have the SRE team set its tag fabrique-app to SocialGouv/he-ld.',
    );
  });

  it('by the actions themselves, when another team runs them', async () => {
    expect(
      await refuse('fabrique:github:repo:ensure', {
        name: 'held',
        owner: 'group:default/egapro',
      }),
    ).toBe(
      'fabrique:github:repo:ensure stopped before anything was changed. The GitHub repository SocialGouv/held belongs to domifa, and team egapro has no access to it. Choose another name, or ask for access.',
    );
    expect(
      await refuse('fabrique:sentry:project:ensure', {
        name: 'held',
        owner: 'group:default/egapro',
      }),
    ).toBe(
      'fabrique:sentry:project:ensure stopped before anything was changed. The Sentry project held belongs to team domifa. Choose another name, or have it given to team egapro too.',
    );
  });
});
