import { InputError } from '@backstage/errors';
import {
  environments,
  fleetLevels,
  FleetQuery,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { z } from 'zod/v4';

/** Far above what an address can hold; keeps a query of the database small. */
const longestList = 200;

const list = <Item extends z.ZodType>(item: Item) =>
  z.array(item).max(longestList).optional();

const Flag = z.enum(['true', 'false']).transform(text => text === 'true');

const toQuerySchema = (services: readonly string[]) =>
  z.strictObject({
    environment: z.enum(environments).default('prod'),
    owners: list(z.string().max(300)),
    systems: list(z.string().max(300)),
    levels: list(z.enum(fleetLevels)),
    services: list(z.enum(services)),
    text: z.string().max(200).optional(),
    sort: z.enum(['level', 'title', 'owner', 'system', ...services]).optional(),
    descending: Flag.optional(),
    offset: z.coerce.number().int().min(0).max(1_000_000).optional(),
    limit: z.coerce.number().int().min(1).max(200).optional(),
  });

const lists = new Set(['owners', 'systems', 'levels', 'services']);

/**
 * Reads a query as `toFleetParameters` writes it: lists are parameters that are repeated.
 *
 * @param services - ids of all services
 * @throws InputError naming the parameter that is unknown or cannot be right.
 */
export function readFleetQuery(
  requestUrl: string,
  services: readonly string[],
): FleetQuery {
  // Not Express's own reading, which turns long lists into something else.
  const { searchParams } = new URL(requestUrl, 'http://localhost');
  const given = Object.fromEntries(
    [...new Set(searchParams.keys())].map(name => {
      const values = searchParams.getAll(name);
      return [name, lists.has(name) || values.length > 1 ? values : values[0]];
    }),
  );
  const query = toQuerySchema(services).safeParse(given);
  if (!query.success) throw new InputError(z.prettifyError(query.error));
  return query.data;
}
