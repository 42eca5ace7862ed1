import { readdirSync, readFileSync } from 'fs';
import { join, relative, resolve } from 'path';
import { parse } from 'yaml';
import { APIRequestContext, expect } from '@playwright/test';

/** One event of a scaffolder task. */
export interface TaskEvent {
  id: number;
  type: 'log' | 'completion' | 'cancelled' | 'recovered';
  body: {
    message: string;
    stepId?: string;
    status?: string;
    output?: Record<string, unknown>;
  };
}

/** Answers of the form of the template `web-app`. */
export interface WebAppAnswers {
  name: string;
  title: string;
  description: string;
  owner: string;
  [key: string]: unknown;
}

/** Signs in as the guest of the sandbox and gives the headers of that person's requests. */
export async function signInAsGuest(
  request: APIRequestContext,
): Promise<{ authorization: string }> {
  const response = await request.post('/api/auth/guest/refresh');
  expect(response.ok(), await response.text()).toBe(true);
  const { backstageIdentity } = await response.json();
  return { authorization: `Bearer ${backstageIdentity.token}` };
}

/** Starts the template `web-app`, as the form's last button does. */
export function startWebAppTask(
  request: APIRequestContext,
  answers: WebAppAnswers,
): Promise<string> {
  return startTask(request, 'template:default/web-app', answers);
}

/** Starts a template, as the form's last button does. */
export async function startTask(
  request: APIRequestContext,
  templateRef: string,
  values: Record<string, unknown>,
): Promise<string> {
  const headers = await signInAsGuest(request);
  const response = await request.post('/api/scaffolder/v2/tasks', {
    headers,
    data: { templateRef, values },
  });
  expect(response.status(), await response.text()).toBe(201);
  return (await response.json()).id;
}

/** Reads a task's events so far. */
export async function readTaskEvents(
  request: APIRequestContext,
  taskId: string,
): Promise<TaskEvent[]> {
  const headers = await signInAsGuest(request);
  const response = await request.get(
    `/api/scaffolder/v2/tasks/${taskId}/events`,
    { headers },
  );
  return response.ok() ? response.json() : [];
}

/** Reads a task, with its status. */
export async function readTask(
  request: APIRequestContext,
  taskId: string,
): Promise<{ status: string }> {
  const headers = await signInAsGuest(request);
  const response = await request.get(`/api/scaffolder/v2/tasks/${taskId}`, {
    headers,
  });
  return response.json();
}

/** Waits until a task has ended and gives its status and its events. */
export async function waitForTask(
  request: APIRequestContext,
  taskId: string,
  timeoutMs = 120_000,
): Promise<{ status: string; events: TaskEvent[]; log: string }> {
  let status = 'unknown';
  await expect
    .poll(
      async () => {
        ({ status } = await readTask(request, taskId));
        return status;
      },
      { timeout: timeoutMs, intervals: [500] },
    )
    .toMatch(/completed|failed|cancelled/);
  const events = await readTaskEvents(request, taskId);
  return {
    status,
    events,
    log: events.map(({ body }) => body.message).join('\n'),
  };
}

/** Runs the template dry, as the template editor does, and gives its log. */
export async function dryRunWebApp(
  request: APIRequestContext,
  answers: WebAppAnswers,
): Promise<string> {
  const headers = await signInAsGuest(request);
  const templateFolder = resolve(__dirname, '../../../../templates/web-app');
  const template = parse(
    readFileSync(join(templateFolder, 'template.yaml'), 'utf8'),
  );
  const response = await request.post('/api/scaffolder/v2/dry-run', {
    headers,
    data: {
      template,
      values: answers,
      directoryContents: listFiles(templateFolder).map(path => ({
        path: relative(templateFolder, path),
        base64Content: readFileSync(path).toString('base64'),
      })),
    },
  });
  expect(response.ok(), await response.text()).toBe(true);
  const { log } = (await response.json()) as { log: TaskEvent[] };
  return log.map(({ body }) => body.message).join('\n');
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name));
}
