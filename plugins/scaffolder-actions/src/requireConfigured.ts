/**
 * Refuses to run an action of a service that the portal is not connected to.
 *
 * @throws Error naming the key that is missing.
 */
export function requireConfigured<T>(
  client: T | undefined,
  actionId: string,
  service: string,
  key: string,
): T {
  if (client === undefined) {
    throw new Error(
      `${actionId} cannot run: this portal is not connected to ${service}. The configuration fabrique.${key} is missing.`,
    );
  }
  return client;
}
