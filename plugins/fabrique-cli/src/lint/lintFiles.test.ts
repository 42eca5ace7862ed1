import { readdirSync, readFileSync } from 'fs';
import { join } from 'path';
import { describeFileFinding } from './FileFinding';
import { lintFiles } from './lintFiles';

const folder = join(__dirname, '../__fixtures__/wrong');
const lint = (name: string) => {
  const path = `${name}.yaml`;
  const text = readFileSync(join(folder, path), 'utf8');
  return lintFiles([{ path, text }])[0].findings;
};

/** File, line, column, sentence, and the lines to write instead. */
const wrong: [string, number, number, string, string[]][] = [
  [
    'address-for-slug',
    7,
    30,
    "La valeur de `github.com/project-slug` n'a pas la bonne forme. Propriétaire et nom du dépôt GitHub.",
    ['github.com/project-slug: SocialGouv/domifa'],
  ],
  [
    'alias',
    8,
    42,
    'Cette valeur commence par un caractère réservé de YAML : mettez-la entre guillemets.',
    ['fabrique.social.gouv.fr/upptime-url: "*.fabrique.social.gouv.fr"'],
  ],
  [
    'among-labels',
    7,
    5,
    'Le portail ne lit pas `metadata.labels.sentry.io/project-slug` : les annotations vont sous `metadata.annotations`.',
    [
      'metadata:',
      '  annotations:',
      '    sentry.io/project-slug: domifa-backend',
    ],
  ],
  [
    'api-version',
    1,
    13,
    "`apiVersion` manque, ou n'est pas celle du type `Component`.",
    ['apiVersion: backstage.io/v1alpha1'],
  ],
  [
    'apostrophe',
    5,
    13,
    'Du texte suit un guillemet fermant : mettez toute la valeur entre guillemets doubles.',
    ['title: "L\'aide aux CCAS"'],
  ],
  [
    'at-the-root',
    6,
    1,
    'Le portail ne lit pas `annotations` : les annotations vont sous `metadata.annotations`.',
    [
      'metadata:',
      '  annotations:',
      '    sentry.io/project-slug: domifa-backend',
    ],
  ],
  [
    'boolean',
    8,
    33,
    "La valeur de `grafana/dashboard-selector` n'est pas un texte : YAML y lit un nombre ou un booléen. Mettez-la entre guillemets.",
    ['grafana/dashboard-selector: "true"'],
  ],
  [
    'braces',
    5,
    11,
    "Cette ligne est encore celle d'un modèle : complétez-la.",
    [],
  ],
  [
    'colon-in-value',
    5,
    16,
    "Cette valeur contient un deux-points suivi d'une espace : mettez-la entre guillemets.",
    ['description: "DomiFa : la domiciliation"'],
  ],
  [
    'computed',
    8,
    5,
    '`fabrique.social.gouv.fr/annotation-findings` est écrite par le portail : retirez la ligne.',
    [],
  ],
  [
    'duplicate-key',
    9,
    5,
    '`sentry.io/project-slug` est écrit deux fois : gardez une seule des deux lignes.',
    [],
  ],
  [
    'empty-file',
    1,
    1,
    'Le fichier ne décrit rien : une entité a `apiVersion`, `kind` et `metadata`.',
    [],
  ],
  [
    'empty',
    8,
    33,
    "`grafana/dashboard-selector` n'a pas de valeur. Donnez-lui-en une, ou retirez la ligne.",
    ['grafana/dashboard-selector: domifa'],
  ],
  ['indent', 8, 1, "Cette ligne n'est pas alignée avec ses voisines.", []],
  [
    'kind-in-lower-case',
    2,
    7,
    "`kind` manque, ou n'est pas écrit comme le catalogue l'attend.",
    ['kind: Component'],
  ],
  [
    'list-of-annotations',
    6,
    3,
    '`metadata.annotations` est une liste ou un texte : écrivez un `nom: valeur` par ligne, sans tirets.',
    [
      'metadata:',
      '  annotations:',
      '    github.com/project-slug: SocialGouv/domifa',
      '    sentry.io/project-slug: domifa-backend',
    ],
  ],
  [
    'list-of-entities',
    1,
    1,
    "Ce n'est pas une entité : une entité a `apiVersion`, `kind` et `metadata`.",
    [],
  ],
  [
    'list',
    9,
    7,
    "La valeur de `gitlab.com/project-slug` est une liste ou un groupe de lignes : une annotation n'a qu'un texte.",
    ['gitlab.com/project-slug: SocialGouv/domifa'],
  ],
  [
    'metadata-annotation',
    6,
    3,
    'Le portail ne lit pas `metadata.annotation` : les annotations vont sous `metadata.annotations`.',
    [
      'metadata:',
      '  annotations:',
      '    sentry.io/project-slug: domifa-backend',
    ],
  ],
  [
    'misspelt-matomo',
    8,
    5,
    "Le portail ne lit pas `matomo/site-id` : l'annotation s'appelle `matomo.io/site-id`.",
    ['matomo.io/site-id: "17"'],
  ],
  [
    'misspelt-own',
    8,
    5,
    "Le portail ne lit pas `fabrique.social.gouv.fr/uptime-url` : l'annotation s'appelle `fabrique.social.gouv.fr/upptime-url`.",
    [
      'fabrique.social.gouv.fr/upptime-url: https://domifa.fabrique.social.gouv.fr',
    ],
  ],
  [
    'misspelt-sentry',
    8,
    5,
    "Le portail ne lit pas `sentry.io/project-slugs` : l'annotation s'appelle `sentry.io/project-slug`.",
    ['sentry.io/project-slug: domifa-backend'],
  ],
  [
    'name-with-accents',
    4,
    9,
    "`metadata.name` s'écrit avec des lettres sans accent et des chiffres, séparés par un seul `-`, `_` ou `.` ; 63 caractères au plus. Le nom pour les personnes va dans `metadata.title`.",
    ['name: declaration-a-l-embauche'],
  ],
  [
    'no-colon',
    8,
    5,
    'Il manque un deux-points et une espace entre une clé et sa valeur.',
    ['sentry.io/project-slug: domifa-backend'],
  ],
  [
    'no-environment',
    7,
    5,
    '`github.com/project-slug` est la même dans tous les environnements : retirez `.prod` de son nom.',
    ['github.com/project-slug: SocialGouv/domifa'],
  ],
  [
    'no-kind',
    1,
    1,
    "`kind` manque, ou n'est pas écrit comme le catalogue l'attend.",
    ['kind: Component'],
  ],
  [
    'no-name',
    3,
    1,
    "`metadata.name` manque : sans lui, le catalogue refuse l'entité.",
    ['metadata:', '  name: domifa'],
  ],
  [
    'no-value',
    8,
    5,
    "`sentry.io/project-slug` n'a pas de valeur. Donnez-lui-en une, ou retirez la ligne.",
    ['sentry.io/project-slug: domifa-backend'],
  ],
  [
    'number',
    8,
    24,
    "La valeur de `matomo.io/site-id` n'est pas un texte : YAML y lit un nombre ou un booléen. Mettez-la entre guillemets.",
    ['matomo.io/site-id: "17"'],
  ],
  [
    'own-domain-for-sentry',
    8,
    5,
    "Le portail ne lit pas `fabrique.social.gouv.fr/sentry-project` : l'annotation s'appelle `sentry.io/project-slug`.",
    ['sentry.io/project-slug: domifa-backend'],
  ],
  [
    'placeholder',
    8,
    29,
    '`sentry.io/project-slug` contient encore une variable de modèle : remplacez-la par la valeur de votre application.',
    ['sentry.io/project-slug: domifa-backend'],
  ],
  [
    'reserved-start',
    8,
    33,
    'Cette valeur commence par un caractère réservé de YAML : mettez-la entre guillemets.',
    ['grafana/dashboard-selector: "@domifa"'],
  ],
  [
    'same-entity-twice',
    11,
    1,
    "`component:default/domifa` est décrit deux fois, aussi dans same-entity-twice.yaml:1 : le catalogue n'en garde qu'un.",
    [],
  ],
  [
    'second-document',
    18,
    24,
    "La valeur de `matomo.io/site-id` n'est pas un texte : YAML y lit un nombre ou un booléen. Mettez-la entre guillemets.",
    ['matomo.io/site-id: "17"'],
  ],
  [
    'secret',
    8,
    29,
    'La valeur de `sentry.io/project-slug` ressemble à un secret. Retirez-la, et renouvelez ce secret : tout le monde peut lire ce fichier et son historique.',
    ['sentry.io/project-slug: domifa-backend'],
  ],
  [
    'spaces',
    8,
    33,
    'La valeur de `grafana/dashboard-selector` commence ou finit par une espace : retirez-la.',
    ['grafana/dashboard-selector: domifa'],
  ],
  [
    'tab',
    7,
    1,
    "Une tabulation décale cette ligne : YAML n'accepte que des espaces.",
    [],
  ],
  [
    'template-line',
    1,
    2,
    "Cette ligne est encore celle d'un modèle : complétez-la.",
    [],
  ],
  [
    'unclosed-quote',
    8,
    33,
    "Un guillemet ou un crochet ouvert n'est jamais refermé.",
    [],
  ],
  [
    'under-spec',
    10,
    3,
    'Le portail ne lit pas `spec.annotations` : les annotations vont sous `metadata.annotations`.',
    [
      'metadata:',
      '  annotations:',
      '    sentry.io/project-slug: domifa-backend',
    ],
  ],
  [
    'unknown-annotation',
    8,
    5,
    "Le portail ne connaît pas d'annotation `fabrique.social.gouv.fr/budget`. Retirez-la, ou reprenez le nom d'une annotation qu'il lit.",
    [],
  ],
  [
    'unknown-environment',
    8,
    5,
    "`sentry.io/project-slug.production` désigne l'environnement `production`, qui n'existe pas. Les environnements sont `dev`, `preprod` et `prod`.",
    ['sentry.io/project-slug.prod: domifa-backend'],
  ],
  [
    'wrong-form',
    8,
    24,
    "La valeur de `matomo.io/site-id` n'a pas la bonne forme. Identifiant numérique du site Matomo (`idSite`) qui compte les visites. Entre guillemets : une annotation est un texte.",
    ['matomo.io/site-id: "63"'],
  ],
  [
    'slug-without-owner',
    8,
    30,
    "La valeur de `gitlab.com/project-slug` n'a pas la bonne forme. Chemin complet du projet sur le GitLab qui reçoit le miroir du dépôt et exécute ses pipelines.",
    ['gitlab.com/project-slug: SocialGouv/domifa'],
  ],
  [
    'selector-form',
    8,
    45,
    "La valeur de `backstage.io/kubernetes-label-selector` n'a pas la bonne forme. Sélecteur de labels des objets de l'application, le même dans tous les clusters : `owner=domifa` (génération 1) ou `application=domifa` (génération 2).",
    ['backstage.io/kubernetes-label-selector: owner=domifa'],
  ],
  [
    'change-me',
    8,
    33,
    '`grafana/dashboard-selector` contient encore une variable de modèle : remplacez-la par la valeur de votre application.',
    ['grafana/dashboard-selector: domifa'],
  ],
  [
    'underscore',
    8,
    5,
    "Le portail ne lit pas `sentry.io/project_slug` : l'annotation s'appelle `sentry.io/project-slug`.",
    ['sentry.io/project-slug: domifa-backend'],
  ],
  [
    'environment-form',
    8,
    37,
    "La valeur de `sentry.io/project-slug.preprod` n'a pas la bonne forme. Identifiant (« slug ») du projet Sentry, seul ou après son organisation : `domifa-backend` ou `incubateur/domifa-backend`.",
    ['sentry.io/project-slug.preprod: domifa-backend'],
  ],
];

describe('lintFiles', () => {
  it.each(wrong)('%s.yaml:%i:%i', (name, line, column, sentence, rightForm) => {
    const findings = lint(name);
    expect(
      findings.map(finding => ({
        line: finding.line,
        column: finding.column,
        sentence: describeFileFinding(finding, 'fr').replace(/\u00a0/g, ' '),
        rightForm: finding.rightForm?.split('\n') ?? [],
      })),
    ).toEqual([{ line, column, sentence, rightForm }]);
    const english = describeFileFinding(findings[0], 'en');
    expect(english).not.toMatch(/\{\{|undefined/);
    expect(english).not.toBe(sentence);
  });

  it('has a row for every file', () => {
    const names = readdirSync(folder).map(file => file.replace('.yaml', ''));
    expect(wrong.map(([name]) => name).sort()).toEqual(names.sort());
    expect(names.length).toBeGreaterThanOrEqual(20);
  });

  it('never repeats a secret, and finds it wherever it is', () => {
    const secret = '8d4a1c0f5e7b4c3d9f2e6a1b0c9d8e7f';
    for (const line of [
      `sentry.io/project-slug: ${secret}`,
      `sentry.io/project-slugs: ${secret}`,
      `sentry.io/project-slug ${secret}`,
      `sentry.io/project-slug: @${secret}`,
      `sentry.io/project-slug: dsn: ${secret}`,
      `matomo.io/site-id: "${secret}"`,
      `fabrique.social.gouv.fr/token: ${secret}`,
    ]) {
      const text = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: domifa
  annotations:
    ${line}
    matomo.io/site-id: "17"
`;
      const [{ findings }] = lintFiles([{ path: 'a.yaml', text }]);
      expect([line, findings.length]).toEqual([line, 1]);
      expect(JSON.stringify(findings)).not.toContain(secret);
    }
  });

  it('sees that two files describe the same entity, and only warns at the second', () => {
    const text = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: domifa }
`;
    const other = text.replace('kind: Component', 'kind: System');
    const results = lintFiles([
      { path: 'a.yaml', text },
      { path: 'b.yaml', text: other },
      { path: 'c.yaml', text: `---\n${text}` },
    ]);
    expect(results).toEqual([
      { path: 'a.yaml', findings: [] },
      { path: 'b.yaml', findings: [] },
      {
        path: 'c.yaml',
        findings: [
          {
            code: 'same-ref',
            line: 2,
            column: 1,
            params: { ref: 'component:default/domifa', place: 'a.yaml:1' },
          },
        ],
      },
    ]);
  });

  it('takes what the catalog takes: other kinds, empty documents, merges, no annotations', () => {
    const text = `---
---
apiVersion: example.org/v1
kind: Ship
metadata: { name: nautilus }
---
apiVersion: scaffolder.backstage.io/v1beta3
kind: Template
metadata:
  name: web-app
  annotations: &shared
    github.com/project-slug: SocialGouv/domifa
spec:
  note: "\${{ parameters.name }}"
---
apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: domifa
  annotations:
    sentry.io/project-slug: domifa
    sentry.io/project-slug.preprod: domifa-preprod
`;
    expect(lintFiles([{ path: 'a.yaml', text }])).toEqual([
      { path: 'a.yaml', findings: [] },
    ]);
  });
});
