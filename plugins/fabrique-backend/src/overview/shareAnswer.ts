/**
 * Makes one call of many: callers that come while it runs, or within `keepMs` of its start, get its
 * answer. A failure is not kept.
 *
 * @param call - may take a key; callers share an answer where theirs are equal.
 */
export function shareAnswer<Answer, Key extends string | void = void>(
  call: (key: Key) => Promise<Answer>,
  options: { keepMs: number; now?: () => number },
): (key: Key) => Promise<Answer> {
  const { keepMs, now = Date.now } = options;
  const shared = new Map<Key, { answer: Promise<Answer>; startedAt: number }>();
  return key => {
    const current = shared.get(key);
    if (current && now() - current.startedAt < keepMs) return current.answer;
    const started = { answer: call(key), startedAt: now() };
    shared.set(key, started);
    started.answer.catch(() => {
      // The callers get the failure; here it only makes room for the next call.
      if (shared.get(key) === started) shared.delete(key);
    });
    return started.answer;
  };
}
