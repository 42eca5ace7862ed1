import { expect, test } from '@playwright/test';
import { enterAsGuest } from './support/enterAsGuest';
import { startWebAppTask, waitForTask } from './support/portal';
import { forgetRequests, readRequests } from './support/sandbox';

const answers = {
  name: 'nouveau-service',
  title: 'Nouveau service',
  description: 'Un service que personne ne doit voir naître.',
  owner: 'group:default/sre',
  environments: ['prod'],
  database: true,
  storage: true,
  extensions: [],
};

const writtenBy = async (request: Parameters<typeof readRequests>[0]) => {
  const all = await Promise.all(
    ['github', 'gitlab', 'sentry', 'azure'].map(upstream =>
      readRequests(request, upstream),
    ),
  );
  return all
    .flat()
    .filter(
      ({ method, path }) =>
        !['GET', 'HEAD'].includes(method) && !/oauth2|checkName/.test(path),
    );
};

for (const [what, wrong, sentence] of [
  [
    "the name of another team's application",
    { name: 'egapro' },
    /egapro.*(egapro|équipe|team|owner)/i,
  ],
  [
    'a team that does not exist',
    { owner: 'group:default/personne' },
    /personne/,
  ],
  [
    'a name too long for Azure',
    { name: 'service-vraiment-trop-long' },
    /Azure|24|20/,
  ],
] as const) {
  test(`refuses ${what} in the first step, with a sentence, and makes nothing`, async ({
    request,
  }) => {
    await forgetRequests(request);
    const task = await waitForTask(
      request,
      await startWebAppTask(request, { ...answers, ...wrong }),
    );

    expect(task.status, task.log).toBe('failed');
    expect(task.log).toMatch(sentence);
    const begun = task.events
      .filter(({ body }) => body.status === 'processing')
      .map(({ body }) => body.stepId);
    expect(new Set(begun)).toEqual(new Set(['names']));
    expect(await writtenBy(request)).toEqual([]);
  });
}

test('refuses a name in the form, in words, as it is typed', async ({
  page,
}) => {
  await enterAsGuest(page);
  await page.goto('/create/templates/default/web-app');
  const name = page.getByLabel(/^Nom/);

  await name.fill('Mon Service');
  await expect(page.getByText(/minuscule/i).last()).toBeVisible();
  await name.fill('service-vraiment-trop-long');
  await expect(page.getByText(/20|24/).last()).toBeVisible();
  await name.fill('egapro');
  await expect(page.getByText(/(déjà|pris)/i).last()).toBeVisible();
});
