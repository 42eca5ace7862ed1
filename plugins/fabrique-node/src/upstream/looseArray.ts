import { z } from 'zod/v4';

/**
 * An array of which the items that do not fit are dropped: one odd item must not hide the others.
 * What is not an array at all is still refused.
 *
 * @public
 */
export function looseArray<Item extends z.ZodType>(item: Item) {
  return z.array(z.unknown()).transform(values =>
    values.flatMap(value => {
      const result = item.safeParse(value);
      return result.success ? [result.data] : [];
    }),
  );
}
