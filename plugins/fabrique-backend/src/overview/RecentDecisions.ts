import { PermissionsService } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';

/** A page that fills up asks several times a second, in milliseconds. */
const keepMs = 10_000;
const maximumDecisions = 1_000;

/**
 * Asks whether a person may read an entity, once for all that a page asks within 10 s: each question is a
 * call to another plugin, with a token made and checked. A right that is taken away is gone after that
 * time; a refusal is not kept, so that a right which is given counts at once. What is no reading must not
 * be asked here.
 */
export class RecentDecisions implements Pick<PermissionsService, 'authorize'> {
  readonly #permissions: Pick<PermissionsService, 'authorize'>;
  readonly #now: () => number;
  /** Until when a permission counts, the oldest first. */
  readonly #allowed = new Map<string, number>();

  constructor(
    permissions: Pick<PermissionsService, 'authorize'>,
    now: () => number = Date.now,
  ) {
    this.#permissions = permissions;
    this.#now = now;
  }

  readonly authorize: PermissionsService['authorize'] = async (
    requests,
    options,
  ) => {
    // Together with what their token says: two tokens of one person may hold different groups.
    const { principal, expiresAt } = options?.credentials ?? {};
    const key = JSON.stringify([principal, expiresAt, requests]);
    if ((this.#allowed.get(key) ?? 0) > this.#now()) {
      return requests.map(() => ({ result: AuthorizeResult.ALLOW }));
    }
    const decisions = await this.#permissions.authorize(requests, options);
    this.#allowed.delete(key);
    if (decisions.every(({ result }) => result === AuthorizeResult.ALLOW)) {
      this.#allowed.set(key, this.#now() + keepMs);
      this.#forgetOld();
    }
    return decisions;
  };

  #forgetOld(): void {
    for (const [key, until] of this.#allowed) {
      const isMany = this.#allowed.size > maximumDecisions;
      if (until > this.#now() && !isMany) return;
      this.#allowed.delete(key);
    }
  }
}
