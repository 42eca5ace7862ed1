import { readdir, readFile, writeFile } from 'fs/promises';
import { join } from 'path';
import { JsonObject, JsonValue } from '@backstage/types';

/** `@{matomo.siteId}`: an output of a part, known only once the part is made. */
const placeholder = /@\{([a-z-]+(?:\.[A-Za-z0-9]+)+)\}/g;

/**
 * Replaces `@{part.output}` in the files of a folder by what the parts gave. Files that are no text, and
 * those of git, stay as they are.
 *
 * @throws Error naming the file and the placeholder, if no part gave such a value.
 */
export async function fillIn(
  directory: string,
  outputs: Record<string, JsonObject>,
): Promise<void> {
  const entries = await readdir(directory, { withFileTypes: true });
  await Promise.all(
    entries.map(async entry => {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) {
        if (entry.name !== '.git') await fillIn(path, outputs);
        return;
      }
      // A link may lead out of the folder.
      if (!entry.isFile()) return;
      const text = await readFile(path, 'utf8');
      if (text.includes('\0')) return;
      const filled = text.replace(placeholder, (whole, name: string) => {
        const value = find(outputs, name.split('.'));
        if (value === undefined || value === null) {
          throw new Error(`Nothing gave the value of ${whole} in ${path}`);
        }
        return String(value);
      });
      if (filled !== text) await writeFile(path, filled);
    }),
  );
}

function find(value: JsonValue, path: string[]): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>(
    (current, key) =>
      typeof current === 'object' && current !== null
        ? (current as JsonObject)[key]
        : undefined,
    value,
  );
}
