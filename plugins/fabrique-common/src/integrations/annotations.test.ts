import { integrationAnnotations, integrationIds } from '.';
import { AnnotationDefinition } from '../annotation';

const definitions: AnnotationDefinition[] = integrationIds.flatMap(id => [
  ...integrationAnnotations[id],
]);

describe('the annotations of the services', () => {
  it('are declared once each', () => {
    const names = definitions.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
  });

  it.each(
    definitions.map(definition => [definition.name, definition] as const),
  )(
    '%s has a name that the catalog takes, a right example, and says what it is in both languages',
    (name, { title, description, pattern, example }) => {
      expect(name).toMatch(/^[a-z][a-z0-9.-]*\/[a-z][a-z0-9-]*$/);
      expect(example).toMatch(new RegExp(`^(?:${pattern})$`));
      for (const text of [title.en, title.fr]) expect(text).toMatch(/\S[^.]$/);
      for (const text of [description.en, description.fr]) {
        expect(text).toMatch(/\S\.$/);
      }
    },
  );
});
