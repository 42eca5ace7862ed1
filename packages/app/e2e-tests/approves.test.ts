import { APIRequestContext, expect, test } from '@playwright/test';
import { enterAsGuest } from './support/enterAsGuest';
import { signInAsGuest, waitForTask } from './support/portal';
import { registerEntity } from './support/registerEntity';
import { sandboxUrl } from './support/sandbox';

const template = 'sentry-avec-accord';
const templateFile = `apiVersion: scaffolder.backstage.io/v1beta3
kind: Template
metadata:
  name: ${template}
  title: Projet Sentry, avec l'accord de SRE
spec:
  owner: group:default/sre
  type: service
  parameters:
    - properties: { name: { type: string } }
  steps:
    - id: sentry
      name: Créer le projet Sentry
      action: fabrique:sentry:project:ensure
      input:
        name: \${{ parameters.name }}
        owner: group:default/domifa
        approval: ops
`;

/** Starts the template once the catalog has taken it. */
async function start(request: APIRequestContext, name: string) {
  let taskId = '';
  await expect(async () => {
    const response = await request.post('/api/scaffolder/v2/tasks', {
      headers: await signInAsGuest(request),
      data: { templateRef: `template:default/${template}`, values: { name } },
    });
    expect(response.status(), await response.text()).toBe(201);
    ({ id: taskId } = await response.json());
  }).toPass({ timeout: 60_000 });
  return taskId;
}

/** What Sentry answers to who looks for a project. */
const findProject = async (request: APIRequestContext, name: string) => {
  const response = await request.get(
    `${sandboxUrl('06')}/api/0/projects/incubateur/${name}/`,
    { headers: { authorization: 'Bearer sandbox-sentry-token' } },
  );
  return response.status();
};

test('a plan waits for the word of OPS, and goes on or ends by it', async ({
  page,
  request,
}) => {
  await registerEntity(request, template, templateFile);
  const granted = await start(request, 'accord-donne');
  const refused = await start(request, 'accord-refuse');
  for (const id of [granted, refused]) {
    const { log } = await waitForTask(request, id);
    expect(log).toContain('group:default/sre must approve this plan');
  }

  await enterAsGuest(page);
  await page.goto('/fabrique/approvals');
  const findPlan = (name: string) =>
    page.getByRole('article').filter({ hasText: `Projet Sentry ${name}` });
  await expect(
    page.getByRole('heading', { name: "Projet Sentry, avec l'accord de SRE" }),
  ).toHaveCount(2);
  await findPlan('accord-donne')
    .getByRole('button', { name: 'Approuver' })
    .click();
  await expect(
    findPlan('accord-donne').getByText(/^Approuvé par Camille Martin/),
  ).toBeVisible();
  await findPlan('accord-refuse')
    .getByRole('button', { name: 'Refuser…' })
    .click();
  await page.getByLabel(/^Motif/).fill('Un projet existe déjà');
  await page.getByRole('button', { name: 'Refuser', exact: true }).click();
  await expect(
    findPlan('accord-refuse').getByText(/Un projet existe déjà/),
  ).toBeVisible();

  await expect
    .poll(async () => (await waitForTask(request, granted)).status, {
      timeout: 60_000,
    })
    .toBe('completed');
  await expect
    .poll(async () => (await waitForTask(request, refused)).log, {
      timeout: 60_000,
    })
    .toMatch(/was refused by user:default\/.*: Un projet existe déjà/);
  expect(await findProject(request, 'accord-donne')).toBe(200);
  expect(await findProject(request, 'accord-refuse')).toBe(404);
});
