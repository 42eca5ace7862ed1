/** What is left of a type where it is a text in JSON, or made one by a schema. */
type Plain<T> = T extends Date | string ? string : T;

/** `a.b` for `a` and each of the paths below it. */
type Below<Key extends string, Paths> = Paths extends string
  ? `${Key}${Paths}`
  : never;

/**
 * Paths of the fields of `Used` that `Published` has not, or has as another type: `status.phase`. Never,
 * where an upstream publishes all that is read of it. What may be absent is not compared: schemas forgive.
 *
 * @example
 * expectPublished<KubernetesPod, V1Pod>();
 */
export type Unpublished<Used, Published> = [Used] extends [
  readonly (infer UsedItem)[],
]
  ? [Published] extends [readonly (infer PublishedItem)[]]
    ? Below<'[]', Unpublished<UsedItem, NonNullable<PublishedItem>>>
    : ' is no list'
  : [Plain<Used>] extends [object]
  ? {
      [Key in keyof Used & string]: Key extends keyof Published
        ? Below<
            `.${Key}`,
            Unpublished<NonNullable<Used[Key]>, NonNullable<Published[Key]>>
          >
        : `.${Key} is not published`;
    }[keyof Used & string]
  : [Plain<Published>] extends [Plain<Used>]
  ? never
  : ' is of another type';

/** Compiles only where all that is read is published; the error of the compiler names what is not. */
export function expectPublished<Used, Published>(
  ..._unpublished: [Unpublished<Used, Published>] extends [never]
    ? []
    : [Unpublished<Used, Published>]
): void {}
