import { APIRequestContext, expect } from '@playwright/test';
import { journeySettings } from '../journeySettings';

/** Two digits in front of every port of the sandbox under test. */
export const { portPrefix } = journeySettings;

/** Address of one system of the sandbox, by the last two digits of its port. */
export const sandboxUrl = (suffix: string) =>
  `http://127.0.0.1:${portPrefix}${suffix}`;

const clusters = {
  dev2: { url: sandboxUrl('04'), token: 'sandbox-dev2-token' },
  prod2: { url: sandboxUrl('05'), token: 'sandbox-prod2-token' },
};

/** Reads objects of a cluster, as `kubectl get` does. */
export async function listKubernetes<T>(
  request: APIRequestContext,
  cluster: keyof typeof clusters,
  path: string,
): Promise<T[]> {
  const { url, token } = clusters[cluster];
  const response = await request.get(`${url}${path}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(response.ok(), await response.text()).toBe(true);
  return (await response.json()).items;
}

/** A Secret of a cluster with its values opened. */
export async function readSecret(
  request: APIRequestContext,
  cluster: keyof typeof clusters,
  namespace: string,
  name: string,
): Promise<Record<string, string>> {
  const { url, token } = clusters[cluster];
  const response = await request.get(
    `${url}/api/v1/namespaces/${namespace}/secrets/${name}`,
    { headers: { authorization: `Bearer ${token}` } },
  );
  expect(response.ok(), await response.text()).toBe(true);
  const { data } = (await response.json()) as { data: Record<string, string> };
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      Buffer.from(value, 'base64').toString('utf8'),
    ]),
  );
}

/** Requests that an upstream got since the journal was emptied. */
export async function readRequests(
  request: APIRequestContext,
  upstream: string,
): Promise<{ method: string; path: string }[]> {
  const response = await request.get(
    `${sandboxUrl('00')}/_requests?upstream=${upstream}`,
  );
  const body = await response.json();
  return body.requests ?? body;
}

/** Empties the journal of requests. */
export async function forgetRequests(request: APIRequestContext) {
  await request.delete(`${sandboxUrl('00')}/_requests`);
}
