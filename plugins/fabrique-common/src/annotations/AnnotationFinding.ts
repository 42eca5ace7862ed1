/**
 * What can be wrong with an annotation:
 * - `unknown`: the portal's own domain, and no such annotation.
 * - `misspelt`: nearly the name of one that is declared.
 * - `unknown-environment`: `….production`, where the portal says `prod`.
 * - `no-environment`: `….prod` of one that is the same everywhere.
 * - `form`: not the declared pattern.
 * - `empty`, `spaces`: nothing, or spaces around the value.
 * - `not-text`, `not-scalar`: YAML reads a number or a truth value; a list or a map.
 * - `not-a-map`: the annotations as a whole are a list or a text.
 * - `placeholder`: a variable of a template is left.
 * - `secret`: looks like a token or a password.
 * - `misplaced`: annotations where nobody reads them.
 * - `computed`: written by the portal, not by people.
 *
 * @public
 */
export type AnnotationFindingCode =
  | 'unknown'
  | 'misspelt'
  | 'unknown-environment'
  | 'no-environment'
  | 'form'
  | 'empty'
  | 'spaces'
  | 'not-text'
  | 'not-scalar'
  | 'not-a-map'
  | 'placeholder'
  | 'secret'
  | 'misplaced'
  | 'computed';

/**
 * One thing that is wrong with the annotations of an entity. It never holds a value that may be a
 * secret.
 *
 * @public
 */
export interface AnnotationFinding {
  code: AnnotationFindingCode;
  /** Keys that lead to it in the file: `['metadata', 'annotations', 'sentry.io/project-slug']`. */
  path: string[];
  /** Whether the key itself is wrong, or its value. */
  part: 'key' | 'value';
  /** What the sentence names: the annotation as written, the right name, the environment. */
  params: {
    name: string;
    /** Name of the declared annotation that is meant. */
    annotation?: string;
    environment?: string;
  };
  /** What to write instead; left out where the line is to be removed. */
  rightForm?: string;
}
