import { AnnotationFinding, AnnotationFindingCode } from './AnnotationFinding';
import { LocalizedText, localize } from '../localizedText';
import { describeAnnotation } from './declaredAnnotations';

/**
 * What is wrong, in words. Code is between backquotes; `{{description}}` is what the declaration says
 * of the value.
 *
 * @public
 */
export const findingWords: Record<AnnotationFindingCode, LocalizedText> = {
  unknown: {
    en: 'The portal knows no annotation `{{name}}`. Remove it, or take the name of one that it reads.',
    fr: "Le portail ne connaît pas d'annotation `{{name}}`. Retirez-la, ou reprenez le nom d'une annotation qu'il lit.",
  },
  misspelt: {
    en: 'The portal does not read `{{name}}`: the annotation is called `{{annotation}}`.',
    fr: "Le portail ne lit pas `{{name}}` : l'annotation s'appelle `{{annotation}}`.",
  },
  'unknown-environment': {
    en: '`{{name}}` names the environment `{{environment}}`, which does not exist. The environments are `dev`, `preprod` and `prod`.',
    fr: "`{{name}}` désigne l'environnement `{{environment}}`, qui n'existe pas. Les environnements sont `dev`, `preprod` et `prod`.",
  },
  'no-environment': {
    en: '`{{annotation}}` is the same in every environment: remove `.{{environment}}` from its name.',
    fr: '`{{annotation}}` est la même dans tous les environnements : retirez `.{{environment}}` de son nom.',
  },
  form: {
    en: 'The value of `{{name}}` has not the right form. {{description}}',
    fr: "La valeur de `{{name}}` n'a pas la bonne forme. {{description}}",
  },
  empty: {
    en: '`{{name}}` has no value. Give it one, or remove the line.',
    fr: "`{{name}}` n'a pas de valeur. Donnez-lui-en une, ou retirez la ligne.",
  },
  spaces: {
    en: 'The value of `{{name}}` begins or ends with a space: remove it.',
    fr: 'La valeur de `{{name}}` commence ou finit par une espace : retirez-la.',
  },
  'not-text': {
    en: 'The value of `{{name}}` is not a text: YAML reads a number or a truth value. Put it between quotes.',
    fr: "La valeur de `{{name}}` n'est pas un texte : YAML y lit un nombre ou un booléen. Mettez-la entre guillemets.",
  },
  'not-scalar': {
    en: 'The value of `{{name}}` is a list or a group of lines: an annotation has one text.',
    fr: "La valeur de `{{name}}` est une liste ou un groupe de lignes : une annotation n'a qu'un texte.",
  },
  'not-a-map': {
    en: '`{{name}}` is a list or a text: write one `name: value` on each line, without dashes.',
    fr: '`{{name}}` est une liste ou un texte : écrivez un `nom: valeur` par ligne, sans tirets.',
  },
  placeholder: {
    en: '`{{name}}` still has a placeholder of a template: replace it by the value of your application.',
    fr: '`{{name}}` contient encore une variable de modèle : remplacez-la par la valeur de votre application.',
  },
  secret: {
    en: 'The value of `{{name}}` looks like a secret. Remove it, and renew that secret: everybody can read this file and its history.',
    fr: 'La valeur de `{{name}}` ressemble à un secret. Retirez-la, et renouvelez ce secret : tout le monde peut lire ce fichier et son historique.',
  },
  misplaced: {
    en: 'The portal does not read `{{name}}`: annotations go under `metadata.annotations`.',
    fr: 'Le portail ne lit pas `{{name}}` : les annotations vont sous `metadata.annotations`.',
  },
  computed: {
    en: '`{{name}}` is written by the portal: remove the line.',
    fr: '`{{name}}` est écrite par le portail : retirez la ligne.',
  },
};

/**
 * What the placeholders of {@link findingWords} stand for.
 *
 * @public
 */
export function toFindingParams(
  { params }: Pick<AnnotationFinding, 'params'>,
  language: string,
): Record<string, string> {
  const description = describeAnnotation(params.annotation ?? '', language);
  return { ...params, description: description ?? '' };
}

/**
 * Says what is wrong, in a language. Code is between backquotes.
 *
 * @public
 */
export function describeFinding(
  finding: Pick<AnnotationFinding, 'code' | 'params'>,
  language: string,
): string {
  const params = toFindingParams(finding, language);
  return localize(findingWords[finding.code], language).replace(
    /\{\{(\w+)\}\}/g,
    (_, param) => params[param] ?? '',
  );
}
