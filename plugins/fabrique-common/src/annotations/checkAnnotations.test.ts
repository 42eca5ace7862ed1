import { AnnotationFinding } from './AnnotationFinding';
import { checkAnnotations } from './checkAnnotations';
import {
  declaredAnnotations,
  listAnnotationNames,
} from './declaredAnnotations';
import { describeFinding, findingWords } from './findingWords';

const check = (annotations: Record<string, unknown>) =>
  checkAnnotations({ metadata: { name: 'domifa', annotations } });
const only = (name: string, value: unknown) => check({ [name]: value })[0];

/** One finding of an annotation, whole. */
function at(
  name: string,
  found: Omit<AnnotationFinding, 'path' | 'params'> & {
    annotation?: string;
    environment?: string;
  },
): AnnotationFinding {
  const { annotation, environment, ...rest } = found;
  return {
    ...rest,
    path: ['metadata', 'annotations', name],
    params: {
      name,
      ...(annotation && { annotation }),
      ...(environment && { environment }),
    },
  };
}

describe('checkAnnotations', () => {
  it('has nothing to say of what is right, for every declared annotation and environment', () => {
    const right = declaredAnnotations.flatMap(definition =>
      listAnnotationNames(definition).map(name => [name, definition.example]),
    );
    expect(
      check({
        ...Object.fromEntries(right),
        'backstage.io/source-location':
          'url:https://github.com/SocialGouv/domifa/tree/3b8f0a1c9d7e4f6a5b2c1d0e9f8a7b6c5d4e3f2a/',
        'backstage.io/techdocs-ref': 'dir:.',
        'sentry.io/project-id': '12',
        'example.org/empty': '',
      }),
    ).toEqual([]);
    expect(checkAnnotations({})).toEqual([]);
    expect(checkAnnotations({ metadata: { annotations: null } })).toEqual([]);
  });

  it.each([
    [
      'sentry.io/project-slugs',
      'domifa-backend',
      { code: 'misspelt', part: 'key', annotation: 'sentry.io/project-slug' },
      'sentry.io/project-slug: domifa-backend',
    ],
    [
      'matomo/site-id',
      '63',
      { code: 'misspelt', part: 'key', annotation: 'matomo.io/site-id' },
      'matomo.io/site-id: "63"',
    ],
    [
      'fabrique.social.gouv.fr/matomo-site',
      'sixty-three',
      { code: 'misspelt', part: 'key', annotation: 'matomo.io/site-id' },
      'matomo.io/site-id: "63"',
    ],
    [
      'fabrique.social.gouv.fr/budget',
      '63',
      { code: 'unknown', part: 'key' },
      undefined,
    ],
    [
      'sentry.io/project-slug.production',
      'domifa-backend',
      {
        code: 'unknown-environment',
        part: 'key',
        annotation: 'sentry.io/project-slug',
        environment: 'production',
      },
      'sentry.io/project-slug.prod: domifa-backend',
    ],
    [
      'github.com/project-slug.prod',
      'SocialGouv/domifa',
      {
        code: 'no-environment',
        part: 'key',
        annotation: 'github.com/project-slug',
        environment: 'prod',
      },
      'github.com/project-slug: SocialGouv/domifa',
    ],
    [
      'github.com/project-slug',
      'https://github.com/SocialGouv/domifa.git',
      { code: 'form', part: 'value', annotation: 'github.com/project-slug' },
      'github.com/project-slug: SocialGouv/domifa',
    ],
    [
      'sentry.io/project-slug.preprod',
      'Domifa backend',
      { code: 'form', part: 'value', annotation: 'sentry.io/project-slug' },
      'sentry.io/project-slug.preprod: domifa-backend',
    ],
    [
      'matomo.io/site-id',
      63,
      { code: 'not-text', part: 'value', annotation: 'matomo.io/site-id' },
      'matomo.io/site-id: "63"',
    ],
    [
      'example.org/flag',
      true,
      { code: 'not-text', part: 'value' },
      'example.org/flag: "true"',
    ],
    [
      'github.com/project-slug',
      ['SocialGouv/domifa'],
      {
        code: 'not-scalar',
        part: 'value',
        annotation: 'github.com/project-slug',
      },
      'github.com/project-slug: SocialGouv/domifa',
    ],
    [
      'grafana/dashboard-selector',
      null,
      {
        code: 'empty',
        part: 'value',
        annotation: 'grafana/dashboard-selector',
      },
      'grafana/dashboard-selector: domifa',
    ],
    [
      'sentry.io/project-slug',
      ' domifa-front ',
      { code: 'spaces', part: 'value', annotation: 'sentry.io/project-slug' },
      'sentry.io/project-slug: domifa-front',
    ],
    [
      'gitlab.com/project-slug',
      '${{ values.project }}',
      {
        code: 'placeholder',
        part: 'value',
        annotation: 'gitlab.com/project-slug',
      },
      'gitlab.com/project-slug: SocialGouv/domifa',
    ],
    [
      'fabrique.social.gouv.fr/annotation-findings',
      '[]',
      { code: 'computed', part: 'key' },
      undefined,
    ],
  ] as const)('%s: %j', (name, value, found, rightForm) => {
    expect(check({ [name]: value })).toEqual([
      at(name, { ...found, rightForm }),
    ]);
  });

  it.each([
    ['sentry.io/project-slug', '0123456789abcdef0123456789abcdef'],
    [
      'sentry.io/project-slug',
      'https://0123456789abcdef0123456789abcdef@sentry.example/4',
    ],
    ['matomo.io/site-id', 'token_auth=anonymous'],
    ['example.org/git', 'https://user:s3cret@git.example/domifa'],
    ['example.org/token', 'glpat-abcdefghij0123456789'],
    ['fabrique.social.gouv.fr/key', 'Qm9uam91ciBsZSBtb25kZSBldCBhdXRyZXMgMTIz'],
  ])(
    'takes the value of %s for a secret, and never repeats it',
    (name, value) => {
      const finding = only(name, value);
      expect(finding.code).toBe('secret');
      for (const shown of [
        JSON.stringify(finding),
        describeFinding(finding, 'fr'),
        describeFinding(finding, 'en'),
      ]) {
        expect(shown).not.toContain(value);
      }
    },
  );

  it('finds annotations where nobody reads them, and gives them back in their place', () => {
    const rightForm = `metadata:
  annotations:
    sentry.io/project-slug: domifa-front
    example.org/x: y`;
    const annotations = {
      'sentry.io/project-slug': 'domifa-front',
      'example.org/x': 'y',
    };
    const misplaced = (...path: string[]): AnnotationFinding => ({
      code: 'misplaced',
      part: 'key',
      path,
      params: { name: path.join('.') },
      rightForm,
    });
    expect(checkAnnotations({ annotations })).toEqual([
      misplaced('annotations'),
    ]);
    expect(checkAnnotations({ spec: { annotations } })).toEqual([
      misplaced('spec', 'annotations'),
    ]);
    expect(checkAnnotations({ metadata: { annotation: annotations } })).toEqual(
      [misplaced('metadata', 'annotation')],
    );
    const secret = '0123456789abcdef0123456789abcdef';
    expect(
      checkAnnotations({
        metadata: {
          labels: { 'sentry.io/project-slug': secret, 'example.org/x': 'y' },
          'matomo.io/site-id': 63,
        },
        spec: { type: 'website' },
      }),
    ).toEqual([
      {
        ...misplaced('metadata', 'matomo.io/site-id'),
        rightForm: 'metadata:\n  annotations:\n    matomo.io/site-id: "63"',
      },
      {
        ...misplaced('metadata', 'labels', 'sentry.io/project-slug'),
        rightForm:
          'metadata:\n  annotations:\n    sentry.io/project-slug: domifa-backend',
      },
    ]);
  });

  it('gives a list of annotations back as they must be written', () => {
    const finding = (rightForm: string): AnnotationFinding => ({
      code: 'not-a-map',
      part: 'key',
      path: ['metadata', 'annotations'],
      params: { name: 'metadata.annotations' },
      rightForm,
    });
    const list = [{ 'sentry.io/project-slug': 'domifa' }, 'x'];
    expect(checkAnnotations({ metadata: { annotations: list } })).toEqual([
      finding('metadata:\n  annotations:\n    sentry.io/project-slug: domifa'),
    ]);
    expect(checkAnnotations({ metadata: { annotations: 'x' } })).toEqual([
      finding('metadata:\n  annotations:'),
    ]);
  });

  it('says what is wrong, in French and in English', () => {
    const finding = only('matomo.io/site-id', 'soixante');
    expect(describeFinding(finding, 'fr')).toBe(
      "La valeur de `matomo.io/site-id` n'a pas la bonne forme. Identifiant numérique du site Matomo (`idSite`) qui compte les visites. Entre guillemets\u00a0: une annotation est un texte.",
    );
    expect(describeFinding(finding, 'en')).toBe(
      'The value of `matomo.io/site-id` has not the right form. Numeric identifier of the Matomo site (`idSite`) that counts the visits. Between quotes: annotations are strings.',
    );
    const params = { name: 'a/b', annotation: 'c/d', environment: 'e' };
    for (const [code, { en, fr }] of Object.entries(findingWords)) {
      const named = (text: string) =>
        [...text.matchAll(/\{\{\w+\}\}/g)].map(String).sort();
      expect([code, named(fr)]).toEqual([code, named(en)]);
      expect(
        describeFinding({ code: code as never, params }, 'fr'),
      ).not.toMatch(/\{\{|undefined/);
    }
  });
});
