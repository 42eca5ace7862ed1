/** When owners are told, and when not. */
export interface NoticeRules {
  /**
   * How long a service must be bad, or well again, before it is told: an answer at the beginning and one
   * at the end say so, and none between them says the opposite.
   */
  confirmAfterMs: number;
  /** Of one service of one component in one environment, it is told at most so often that it is bad. */
  atMostEveryMs: number;
}

/** What owners know of one service of a component in an environment. */
export interface Notice {
  /** As it was when it was first seen, or as they were told. */
  isBad: boolean;
  /** Since when answers say the opposite. */
  turnedAt?: Date;
  /** When it was last told that it is bad. */
  badToldAt?: Date;
  /** What they are to be told and were not yet. */
  toSend?: 'problem' | 'recovery';
}

/**
 * What follows from an answer; pure. The first answer about a service is where it starts from and is not
 * told, so that a portal does not tell everything at once when it is installed. A flapping service is
 * bad for too short a time to be told; one that flaps slowly is told once in `atMostEveryMs`, and that it
 * is well again once after that.
 */
export function nextNotice(
  known: Notice | undefined,
  answer: { isBad: boolean; at: Date },
  rules: NoticeRules,
): Notice {
  const { isBad, at } = answer;
  if (!known) return { isBad };
  const { turnedAt, ...rest } = known;
  if (isBad === known.isBad) return rest;
  if (!turnedAt) return { ...known, turnedAt: at };
  const since = (time: Date) => at.getTime() - time.getTime();
  if (since(turnedAt) < rules.confirmAfterMs) return known;
  if (isBad) {
    const { badToldAt } = known;
    return badToldAt && since(badToldAt) < rules.atMostEveryMs
      ? known
      : { isBad, badToldAt: at, toSend: 'problem' };
  }
  // Where nobody heard that it was bad, there is nothing to take back.
  return known.badToldAt && known.toSend !== 'problem'
    ? { isBad, badToldAt: known.badToldAt, toSend: 'recovery' }
    : { isBad };
}
