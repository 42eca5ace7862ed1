import { Request, Response } from 'express';
import { SandboxContext } from '../../kernel/Facade';

const defaultPageSize = 100;

/** An error of Graph. */
export function refuse(
  res: Response,
  status: number,
  code: string,
  message: string,
): void {
  res.status(status).json({ error: { code, message } });
}

/**
 * Answers a list as Graph does: filtered, with the fields that are asked for, page after page.
 *
 * @param context - knows the address that the link to the next page begins with
 */
export function sendList<T extends object>(
  context: SandboxContext,
  req: Request,
  res: Response,
  items: T[],
): void {
  const { $filter, $top, $skiptoken } = req.query;
  const isWanted = toFilter<T>($filter);
  if (!isWanted) {
    refuse(res, 400, 'Request_UnsupportedQuery', 'Unsupported Query.');
    return;
  }
  const found = items.filter(isWanted);
  const start = Number($skiptoken ?? 0);
  const end = start + Number($top ?? defaultPageSize);
  const url = new URL(req.originalUrl, context.urls.office365);
  url.searchParams.set('$skiptoken', String(end));
  res.json({
    '@odata.context': `${context.urls.office365}/v1.0/$metadata`,
    ...(end < found.length && { '@odata.nextLink': String(url) }),
    value: found.slice(start, end).map(item => select(item, req)),
  });
}

/** The fields that `$select` names, or all. */
export function select<T extends object>(item: T, req: Request): Partial<T> {
  const { $select } = req.query;
  if (typeof $select !== 'string') return item;
  const names = $select.split(',');
  return Object.fromEntries(
    Object.entries(item).filter(([name]) => names.includes(name)),
  ) as Partial<T>;
}

/** The filters that are used here: `mail in ('a','b')`, `mail eq 'a'`, `mailEnabled eq true`. */
function toFilter<T extends object>(
  filter: unknown,
): ((item: T) => boolean) | undefined {
  if (filter === undefined) return () => true;
  const match = /^(\w+) (?:in \((.*)\)|eq (.*))$/.exec(String(filter));
  if (!match) return undefined;
  const [, field, list, single] = match;
  const literals = list ?? single;
  const texts = [...literals.matchAll(/'((?:[^']|'')*)'/g)].map(([, text]) =>
    text.replace(/''/g, "'").toLowerCase(),
  );
  const values = texts.length > 0 ? texts : [literals.toLowerCase()];
  return item =>
    values.includes(
      String((item as Record<string, unknown>)[field]).toLowerCase(),
    );
}
