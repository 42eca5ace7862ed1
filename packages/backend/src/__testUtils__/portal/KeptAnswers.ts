import { CacheService } from '@backstage/backend-plugin-api';
import { JsonValue } from '@backstage/types';

/** A cache that outlives a portal, as Redis does. */
export class KeptAnswers implements CacheService {
  readonly #values: Map<string, JsonValue>;

  constructor(values: Iterable<[string, JsonValue]> = []) {
    this.#values = new Map(values);
  }

  async get<T extends JsonValue>(key: string): Promise<T | undefined> {
    return structuredClone(this.#values.get(key)) as T | undefined;
  }

  async set(key: string, value: JsonValue): Promise<void> {
    this.#values.set(key, structuredClone(value));
  }

  async delete(key: string): Promise<void> {
    this.#values.delete(key);
  }

  withOptions(): CacheService {
    return this;
  }

  /** What is kept, except the answers whose keys begin so. */
  without(prefix: string): KeptAnswers {
    return new KeptAnswers(
      [...this.#values].filter(([key]) => !key.startsWith(prefix)),
    );
  }
}
