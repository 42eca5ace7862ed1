import { InputError } from '@backstage/errors';
import { JsonObject } from '@backstage/types';
import { ActionContext } from '@backstage/plugin-scaffolder-node';
import { LedgerEntry } from '@socialgouv/backstage-plugin-fabrique-common';
import { EnsureKernel } from '../ensure';
import { PlannedResource } from '../ensure/EnsuredResource';

/** Whoever asks, of an action. */
type Asker = Pick<ActionContext<JsonObject, JsonObject>, 'user'>;

/** @throws InputError naming the rules that an input breaks and who can grant an exception. */
export function requirePolicy(
  actionId: string,
  { policy }: Pick<EnsureKernel, 'policy'>,
  input: JsonObject,
  asker: Asker,
): void {
  refuse(actionId, policy.findViolations(actionId, input, toPeople(asker)));
}

/** @throws InputError naming the quotas that a plan passes and who can grant an exception. */
export async function requireQuotas(
  actionId: string,
  { policy, ledger }: Pick<EnsureKernel, 'policy' | 'ledger'>,
  application: string,
  planned: readonly PlannedResource[],
  asker: Asker,
): Promise<void> {
  const counted = policy.countedTypes;
  const made = planned.filter(
    ({ resource, plan }) =>
      (plan.verb === 'create' || plan.verb === 'adopt') &&
      counted.includes(resource.ledger?.type ?? ''),
  );
  if (made.length === 0) return;
  const entries = await ledger.list({ application });
  const keys = new Set(made.map(({ resource }) => resource.key));
  const count = (type: string) => ({
    // What a run that was interrupted had begun counts once.
    present: entries.filter(
      (entry: LedgerEntry) => entry.type === type && !keys.has(entry.key),
    ).length,
    more: made.filter(({ resource }) => resource.ledger?.type === type).length,
  });
  const counts = Object.fromEntries(counted.map(type => [type, count(type)]));
  refuse(actionId, policy.findExcesses(application, counts, toPeople(asker)));
}

function toPeople({ user }: Asker): string[] {
  return [
    user?.ref,
    ...(user?.entity?.relations ?? [])
      .filter(({ type }) => type === 'memberOf')
      .map(({ targetRef }) => targetRef),
  ].filter(ref => ref !== undefined);
}

function refuse(actionId: string, sentences: string[]): void {
  if (sentences.length === 0) return;
  throw new InputError(
    `${actionId} was refused before anything was changed. ${sentences.join(
      ' ',
    )}`,
  );
}
