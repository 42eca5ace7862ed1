import {
  AnnotationFinding,
  AnnotationFindingCode,
  describeFinding,
  findingWords,
  localize,
  LocalizedText,
} from '@socialgouv/backstage-plugin-fabrique-common';

/**
 * What can be wrong with a file besides its annotations.
 *
 * @public
 */
export type FileFindingCode = keyof typeof fileWords;

/**
 * One thing that is wrong in a file. It never holds a value that may be a secret.
 *
 * @public
 */
export interface FileFinding {
  code: FileFindingCode | AnnotationFindingCode;
  /** From 1, as editors count. */
  line: number;
  column: number;
  params: Partial<AnnotationFinding['params']> & {
    kind?: string;
    ref?: string;
    /** Where the other description of the same entity is: `catalog-info.yaml:12`. */
    place?: string;
  };
  /** What to write instead; left out where only a person knows. */
  rightForm?: string;
}

/** What is wrong, in words; those of annotations are the suite's own. */
export const fileWords = {
  tab: {
    en: 'A tab indents this line: YAML takes spaces only.',
    fr: "Une tabulation décale cette ligne : YAML n'accepte que des espaces.",
  },
  'duplicate-key': {
    en: '`{{name}}` is written twice: keep one of them.',
    fr: '`{{name}}` est écrit deux fois : gardez une seule des deux lignes.',
  },
  'colon-in-value': {
    en: 'This value contains a colon followed by a space: put it between quotes.',
    fr: "Cette valeur contient un deux-points suivi d'une espace : mettez-la entre guillemets.",
  },
  'no-colon': {
    en: 'A colon and a space are missing between a key and its value.',
    fr: 'Il manque un deux-points et une espace entre une clé et sa valeur.',
  },
  'reserved-start': {
    en: 'This value begins with a character that means something else in YAML: put it between quotes.',
    fr: 'Cette valeur commence par un caractère réservé de YAML : mettez-la entre guillemets.',
  },
  indent: {
    en: 'This line is not indented like its neighbours.',
    fr: "Cette ligne n'est pas alignée avec ses voisines.",
  },
  unclosed: {
    en: 'A quote or a bracket that was opened is never closed.',
    fr: "Un guillemet ou un crochet ouvert n'est jamais refermé.",
  },
  'after-quote': {
    en: 'Text follows a closing quote: put the whole value between double quotes.',
    fr: 'Du texte suit un guillemet fermant : mettez toute la valeur entre guillemets doubles.',
  },
  template: {
    en: 'This line is still one of a template: fill it in.',
    fr: "Cette ligne est encore celle d'un modèle : complétez-la.",
  },
  syntax: {
    en: 'YAML cannot read this line.',
    fr: "YAML n'arrive pas à lire cette ligne.",
  },
  'no-entity': {
    en: 'The file describes nothing: an entity has `apiVersion`, `kind` and `metadata`.',
    fr: 'Le fichier ne décrit rien : une entité a `apiVersion`, `kind` et `metadata`.',
  },
  'not-an-entity': {
    en: 'This is not an entity: an entity has `apiVersion`, `kind` and `metadata`.',
    fr: "Ce n'est pas une entité : une entité a `apiVersion`, `kind` et `metadata`.",
  },
  'api-version': {
    en: '`apiVersion` is missing or is not that of the kind `{{kind}}`.',
    fr: "`apiVersion` manque, ou n'est pas celle du type `{{kind}}`.",
  },
  kind: {
    en: '`kind` is missing, or is not written as the catalog does.',
    fr: "`kind` manque, ou n'est pas écrit comme le catalogue l'attend.",
  },
  'no-name': {
    en: '`metadata.name` is missing: without it the catalog does not take the entity.',
    fr: "`metadata.name` manque : sans lui, le catalogue refuse l'entité.",
  },
  'name-form': {
    en: '`metadata.name` has letters without accents, digits, and single `-`, `_` or `.` between them; 63 characters at most. The name for people goes into `metadata.title`.',
    fr: "`metadata.name` s'écrit avec des lettres sans accent et des chiffres, séparés par un seul `-`, `_` ou `.` ; 63 caractères au plus. Le nom pour les personnes va dans `metadata.title`.",
  },
  'same-ref': {
    en: '`{{ref}}` is described twice, also in {{place}}: the catalog keeps only one.',
    fr: "`{{ref}}` est décrit deux fois, aussi dans {{place}} : le catalogue n'en garde qu'un.",
  },
} satisfies Record<string, LocalizedText>;

const isAnnotationCode = (
  code: FileFinding['code'],
): code is AnnotationFindingCode => code in findingWords;

/**
 * Says what is wrong, in a language. Code is between backquotes.
 *
 * @public
 */
export function describeFileFinding(
  { code, params }: Pick<FileFinding, 'code' | 'params'>,
  language: string,
): string {
  if (isAnnotationCode(code)) {
    const named = { name: '', ...params };
    return describeFinding({ code, params: named }, language);
  }
  return localize(fileWords[code], language).replace(
    /\{\{(\w+)\}\}/g,
    (_, key) => params[key as keyof typeof params] ?? '',
  );
}
