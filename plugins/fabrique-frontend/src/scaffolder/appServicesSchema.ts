import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Services that an application may be given, in the order and the sections of its page. */
export const appServiceSections = [
  { section: 'observation', services: ['upptime', 'grafana'] },
  { section: 'exchange', services: ['tipimail', 'nextcloud', 'office365'] },
] as const;

/** See {@link appServiceSections}. */
export type AppService =
  (typeof appServiceSections)[number]['services'][number];

export const appServicesFieldSchema = makeFieldSchema({
  output: z =>
    z.array(
      z.enum(['upptime', 'grafana', 'tipimail', 'nextcloud', 'office365']),
    ),
});

export type AppServicesFieldProps = typeof appServicesFieldSchema.TProps;

/** Those that the author of the template offers: the `enum` of its items, or all. */
export function readOffered(
  schema: AppServicesFieldProps['schema'],
): readonly unknown[] | undefined {
  const { items } = schema;
  return typeof items === 'object' && 'enum' in items ? items.enum : undefined;
}
