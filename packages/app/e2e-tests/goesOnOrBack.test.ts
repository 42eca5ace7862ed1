import { APIRequestContext, expect, test } from '@playwright/test';
import { enterAsGuest } from './support/enterAsGuest';
import {
  readTaskEvents,
  startTask,
  startWebAppTask,
  waitForTask,
} from './support/portal';
import { sandboxUrl } from './support/sandbox';

const name = 'a-mi-chemin';
const faults = `${sandboxUrl('00')}/_faults`;

/** Sentry refuses to make projects, as it does when a token lacks a right. */
async function breakSentry(request: APIRequestContext) {
  const response = await request.post(faults, {
    data: {
      upstream: 'sentry',
      match: { method: 'POST', path: '/projects/' },
      fault: {
        kind: 'status',
        status: 403,
        body: { detail: 'Your token may not create projects.' },
      },
    },
  });
  expect(response.ok(), await response.text()).toBe(true);
}

test('A person whose task failed reads what there is, goes on, and goes back, from its page', async ({
  page,
  request,
}) => {
  test.setTimeout(300_000);
  await enterAsGuest(page);
  await breakSentry(request);
  const taskId = await startWebAppTask(request, {
    name,
    title: 'À mi-chemin',
    description: 'Une application dont la création échoue une fois.',
    owner: 'group:default/domifa',
    environments: ['prod'],
    database: true,
    storage: true,
    extensions: [],
  });
  const failed = await waitForTask(request, taskId);
  expect(failed.status, failed.log).toBe('failed');
  expect(failed.log).toContain('Your token may not create projects.');
  for (const line of [
    'What this task has made so far, in all its steps:',
    `  created     database ${name} on fabriqueprodserver`,
    'What is still to be made:',
    `  repository SocialGouv/${name}`,
    'To go on: mend the cause, and press "Réessayer" ("Retry") on this page.',
  ]) {
    expect(failed.log).toContain(line);
  }
  const undoUrl = /To undo it instead, open:\n {2}(\S+)\n/.exec(failed.log)![1];

  await page.goto(`/create/tasks/${taskId}`);
  const retry = page.getByRole('button', { name: 'Réessayer' });
  await expect(retry).toBeEnabled();
  // The end of the log is what is seen first.
  await expect(page.getByText(/^To go on: mend the cause/)).toBeVisible();
  await expect(page.getByRole('link', { name: undoUrl })).toBeVisible();
  await page.screenshot({ path: 'e2e-test-report/task-failed.png' });
  await request.delete(faults);
  await retry.click();
  await expect(
    page
      .getByRole('link', { name: "Voir l'application" })
      .or(page.getByRole('button', { name: "Voir l'application" }))
      .first(),
  ).toBeVisible({ timeout: 120_000 });
  await page.screenshot({ path: 'e2e-test-report/task-gone-on.png' });

  await page.goto(new URL(undoUrl).pathname + new URL(undoUrl).search);
  await expect(page.getByLabel(/^Tâche/)).toHaveValue(taskId);
  await page.getByLabel(/^Montrer ce qui serait supprimé/).check();
  await page.screenshot({ path: 'e2e-test-report/undo-form.png' });
  // What holds data is named in any case, so that the preview is of all.
  await page.goto('/');
  const names = [name, `${name}-prod`];
  const preview = await startTask(request, 'template:default/undo', {
    taskId: `${new URL(page.url()).origin}/create/tasks/${taskId}`,
    preview: true,
    names,
  });
  const previewed = await waitForTask(request, preview);
  expect(previewed.status, previewed.log).toBe('completed');
  expect(previewed.log).toContain('Plan (dry run, nothing is removed):');
  expect(previewed.log).not.toContain('  removed ');
  await page.goto(`/create/tasks/${preview}`);
  await expect(
    page.getByRole('heading', { name: 'Ce qui serait supprimé' }),
  ).toBeVisible();
  await page.screenshot({ path: 'e2e-test-report/undo-preview.png' });

  const undo = await startTask(request, 'template:default/undo', {
    taskId,
    names,
  });
  const undone = await waitForTask(request, undo);
  expect(undone.status, undone.log).toBe('completed');
  expect(
    (await readTaskEvents(request, undo)).some(({ body }) =>
      body.message.includes(`removed repository SocialGouv/${name}`),
    ),
  ).toBe(true);
});
