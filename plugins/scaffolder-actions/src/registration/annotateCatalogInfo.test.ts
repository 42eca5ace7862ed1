import { annotateCatalogInfo } from './annotateCatalogInfo';

const file = `# Ce que le portail lit.
apiVersion: backstage.io/v1alpha1
kind: System
metadata:
  name: domifa
spec:
  owner: group:default/domifa
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: domifa # le dépôt

  description: "Une description assez longue pour qu'un programme ait envie de la couper en deux lignes"
  annotations:
    # Erreurs
    sentry.io/project-slug: incubateur/domifa

    # Visites
    matomo.io/site-id: '12'
  tags:
  - nextjs
  - dsfr
spec:
  type: website
  lifecycle: production
  owner: group:default/domifa
`;

describe('annotateCatalogInfo', () => {
  it('writes what is new and what differs, and keeps comments, order and quotes', () => {
    const { text, changes } = annotateCatalogInfo(file, {
      'matomo.io/site-id': '61',
      'sentry.io/project-slug': 'incubateur/domifa',
      'grafana/dashboard-selector': 'domifa',
    });
    expect(changes).toEqual([
      { name: 'matomo.io/site-id', value: '61', before: '12' },
      { name: 'grafana/dashboard-selector', value: 'domifa' },
    ]);
    expect(text).toBe(
      file.replace(
        "    matomo.io/site-id: '12'\n",
        "    matomo.io/site-id: '61'\n    grafana/dashboard-selector: domifa\n",
      ),
    );
    // Again, nothing.
    expect(annotateCatalogInfo(text, { 'matomo.io/site-id': '61' })).toEqual({
      text,
      changes: [],
    });
  });

  it('makes the block of annotations, of the entity that is named', () => {
    const { text } = annotateCatalogInfo(
      file,
      { 'sentry.io/project-slug': 'incubateur/domifa' },
      { kind: 'System', name: 'domifa' },
    );
    expect(text).toBe(
      file.replace(
        '  name: domifa\nspec',
        '  name: domifa\n  annotations:\n    sentry.io/project-slug: incubateur/domifa\nspec',
      ),
    );
  });

  it.each([
    [
      { 'sentry.io/project-slug': 'https://sentry.example/x' },
      'The annotations would be refused by fabrique lint. ',
    ],
    [
      { 'sentry.io/projet-slug': 'incubateur/domifa' },
      'The annotations would be refused by fabrique lint. ',
    ],
  ])('refuses what fabrique lint refuses: %j', (annotations, message) => {
    expect(() => annotateCatalogInfo(file, annotations)).toThrow(message);
  });

  it('says where a file is broken, and that it lacks the entity', () => {
    expect(() =>
      annotateCatalogInfo(file.replace('  tags:', '\ttags:'), {}),
    ).toThrow(
      'The file catalog-info.yaml cannot be annotated, line 21: A tab indents this line: YAML takes spaces only.',
    );
    expect(() =>
      annotateCatalogInfo(file, {}, { kind: 'API', name: 'domifa' }),
    ).toThrow('it does not describe API domifa.');
  });
});
