/** Something that the person can mend. Its message is the sentence they read; it has no stack worth showing. */
export class Refusal extends Error {
  name = 'Refusal';
}
