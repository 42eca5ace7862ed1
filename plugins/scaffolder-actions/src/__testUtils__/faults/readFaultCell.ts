import { ActionLives, Undisturbed } from './ActionLives';
import { ActionRow } from './ActionRow';
import { createDisturbance } from './createDisturbance';
import { faultKinds } from './faultKinds';
import { findSecrets, judgeSentence } from './judgeSentence';
import { FaultPortal } from './startFaultPortal';
import { UpstreamCall } from './upstreamCalls';
import { findDifferences } from './upstreamState';

/** What an action did when one of its calls failed. */
export interface FaultCell {
  call: UpstreamCall;
  kind: string;
  /** `unmet`: it did not make this call. */
  outcome: 'went on' | 'stopped' | 'unmet';
  /** With which it stopped. */
  sentence?: string;
  flaws: string[];
}

/** Has one call of an action fail, and lets it be run again. */
export async function readFaultCell(
  portal: FaultPortal,
  lives: ActionLives,
  row: ActionRow,
  undisturbed: Undisturbed,
  call: UpstreamCall,
  kind: string,
): Promise<FaultCell> {
  const words = `No luck at ${call.upstream} today (${kind})`;
  const disturbance = createDisturbance(portal, call, kind, words);
  const life = await lives.live(row, disturbance);
  const sentence = life.first?.error;
  const flaws = [
    ...findDifferences(undisturbed.end, life.end, undisturbed.volatile),
    ...life.flaws,
  ];
  if (!sentence)
    return {
      call,
      kind,
      outcome: disturbance.isUnmet() ? 'unmet' : 'went on',
      flaws,
    };
  return {
    call,
    kind,
    outcome: 'stopped',
    sentence,
    flaws: [
      ...judgeSentence(
        sentence,
        { actionId: row.action, words, kind: faultKinds[kind] },
        findSecrets(portal.settings.config),
      ),
      ...flaws,
    ],
  };
}
