import { fieldTitles } from './fieldTitles';

/** The part of JSON schema in which fields are. */
export interface Fields {
  title?: string;
  description?: string;
  properties?: Record<string, Fields>;
  items?: Fields;
  anyOf?: Fields[];
}

/**
 * Gives every field of an action its title, which schemas of zod 3 cannot hold: the page `/create/actions`
 * shows it beside the description.
 */
export function withTitles<
  Action extends { schema?: { input?: object; output?: object } },
>(action: Action): Action {
  const { schema } = action;
  return {
    ...action,
    schema: {
      ...schema,
      ...(schema?.input && { input: titled(schema.input) }),
      ...(schema?.output && { output: titled(schema.output) }),
    },
  };
}

function titled(schema: Fields): Fields {
  const { properties, items, anyOf } = schema;
  return {
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, field]) => [
          name,
          {
            ...(fieldTitles[name] && { title: fieldTitles[name] }),
            ...titled(field),
          },
        ]),
      ),
    }),
    ...(items && { items: titled(items) }),
    ...(anyOf && { anyOf: anyOf.map(titled) }),
  };
}
