/**
 * Whose a resource is: written on everything that an action makes, where the upstream has a place
 * for it (tags of Azure, comments of Postgres).
 *
 * @public
 */
export interface Ownership {
  /** Repository of the application: `SocialGouv/domifa`. */
  app: string;
  /** The task that made the resource. */
  task?: string;
}

/**
 * Ownership as tags of Azure.
 *
 * @public
 */
export function toOwnershipTags(ownership: Ownership): Record<string, string> {
  return {
    'fabrique-app': ownership.app,
    ...(ownership.task && { 'fabrique-task': ownership.task }),
  };
}

/**
 * Reads tags of Azure; undefined when they say nothing of an owner.
 *
 * @public
 */
export function fromOwnershipTags(
  tags: Record<string, unknown> | undefined,
): Ownership | undefined {
  const { 'fabrique-app': app, 'fabrique-task': task } = tags ?? {};
  if (typeof app !== 'string' || !app) return undefined;
  return { app, ...(typeof task === 'string' && { task }) };
}

/**
 * Ownership as the comment of a database or a role: the same tags as JSON.
 *
 * @public
 */
export function toOwnershipComment(ownership: Ownership): string {
  return JSON.stringify(toOwnershipTags(ownership));
}

/**
 * Reads a comment; undefined when it says nothing of an owner, as comments that people wrote.
 *
 * @public
 */
export function fromOwnershipComment(
  comment: string | null | undefined,
): Ownership | undefined {
  if (!comment?.startsWith('{')) return undefined;
  try {
    return fromOwnershipTags(JSON.parse(comment));
  } catch (error) {
    // A comment may begin with a brace and be no JSON.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/**
 * Ownership as the end of a Markdown text, which people who read the page do not see.
 *
 * @public
 */
export function withOwnershipMark(text: string, ownership: Ownership): string {
  // A name cannot end the comment: names hold no angle bracket.
  return `${text.trimEnd()}\n\n<!-- ${toOwnershipComment(ownership)} -->`;
}

/**
 * Reads the mark of a Markdown text; undefined when it has none.
 *
 * @public
 */
export function fromOwnershipMark(
  text: string | null | undefined,
): Ownership | undefined {
  const mark = /<!-- (\{.*\}) -->/.exec(text ?? '');
  return fromOwnershipComment(mark?.[1]);
}
