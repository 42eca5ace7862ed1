import { ActionLives, Undisturbed } from './ActionLives';
import { ActionRow } from './ActionRow';
import { findDifferences } from './upstreamState';

/** What became of an action that was killed after one of its calls. */
export interface KillCell {
  killAfter: number;
  /** The call after which it was killed. */
  call: string;
  /** It had made all its calls already: it waits for another system, and that was quicker. */
  wasOver: boolean;
  flaws: string[];
}

/** Kills an action after one of its calls, and lets it be run again. */
export async function readKillCell(
  lives: ActionLives,
  row: ActionRow,
  undisturbed: Undisturbed,
  killAfter: number,
): Promise<KillCell> {
  const { calls, end, volatile } = undisturbed;
  const life = await lives.live(row, { step: { killAfter } });
  return {
    killAfter,
    call: calls[killAfter - 1],
    wasOver: life.first !== undefined,
    flaws: [...findDifferences(end, life.end, volatile), ...life.flaws],
  };
}
