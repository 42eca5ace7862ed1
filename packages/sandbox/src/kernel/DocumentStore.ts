import {
  mkdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
  existsSync,
} from 'fs';
import { dirname } from 'path';

/**
 * JSON documents by key, kept in one file that is replaced as a whole at each change: a killed
 * process leaves the old file or the new one, never half of one.
 */
export class DocumentStore<T extends object> {
  readonly #file: string;
  readonly #documents: Map<string, T>;

  constructor(file: string) {
    this.#file = file;
    mkdirSync(dirname(file), { recursive: true });
    this.#documents = new Map(
      existsSync(file)
        ? (JSON.parse(readFileSync(file, 'utf8')) as [string, T][])
        : [],
    );
  }

  get size(): number {
    return this.#documents.size;
  }

  get(key: string): T | undefined {
    return this.#documents.get(key);
  }

  list(): T[] {
    return [...this.#documents.values()];
  }

  entries(): [string, T][] {
    return [...this.#documents];
  }

  put(key: string, document: T): T {
    this.#documents.set(key, document);
    this.#save();
    return document;
  }

  /** Puts many at once, for seeds: one write. */
  putAll(documents: Iterable<[string, T]>): void {
    for (const [key, document] of documents) this.#documents.set(key, document);
    this.#save();
  }

  delete(key: string): boolean {
    const existed = this.#documents.delete(key);
    if (existed) this.#save();
    return existed;
  }

  #save(): void {
    const temporary = `${this.#file}.new`;
    writeFileSync(temporary, JSON.stringify([...this.#documents], null, 1));
    renameSync(temporary, this.#file);
  }
}
