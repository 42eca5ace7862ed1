/**
 * Makes one call of many: callers that come while it runs, or within `keepMs` of its start, get its
 * answer. A failure is not kept.
 */
export function shareAnswer<Answer>(
  call: () => Promise<Answer>,
  options: { keepMs: number; now?: () => number },
): () => Promise<Answer> {
  const { keepMs, now = Date.now } = options;
  let current: { answer: Promise<Answer>; startedAt: number } | undefined;
  return () => {
    if (current && now() - current.startedAt < keepMs) return current.answer;
    const started = { answer: call(), startedAt: now() };
    current = started;
    started.answer.catch(() => {
      // The callers get the failure; here it only makes room for the next call.
      if (current === started) current = undefined;
    });
    return started.answer;
  };
}
