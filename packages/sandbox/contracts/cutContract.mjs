// Cuts a published OpenAPI document to the operations of a contract of this folder, and writes it anew:
// node cutContract.mjs <published.json> <contract.json> [METHOD /path…]
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const [publishedFile, contractFile, ...added] = process.argv.slice(2);
const published = JSON.parse(readFileSync(publishedFile, 'utf8'));
const known = existsSync(contractFile)
  ? JSON.parse(readFileSync(contractFile, 'utf8')).paths
  : {};

const operations = [
  ...Object.entries(known).flatMap(([path, methods]) =>
    Object.keys(methods)
      .filter(method => method !== 'parameters')
      .map(method => [method, path]),
  ),
  ...added.map(operation => {
    const [method, path] = operation.split(' ');
    return [method.toLowerCase(), path];
  }),
];

const components = {};
const contract = {
  openapi: published.openapi,
  info: published.info,
  paths: {},
  components,
};
for (const [method, path] of operations.sort(([, a], [, b]) =>
  a < b ? -1 : 1,
)) {
  const operation = published.paths[path]?.[method];
  if (!operation) throw new Error(`Not published: ${method} ${path}`);
  contract.paths[path] ??= {};
  contract.paths[path][method] = withoutProse(operation);
}
writeFileSync(contractFile, `${JSON.stringify(contract, undefined, 2)}\n`);

/** Examples and prose are most of a document, and no part of the contract. */
function withoutProse(value, isNameMap = false) {
  if (Array.isArray(value)) return value.map(item => withoutProse(item));
  if (typeof value !== 'object' || value === null) return value;
  if (typeof value.$ref === 'string') keepComponent(value.$ref);
  if (value.nullable && !value.type && !isNameMap) {
    // The validator takes `nullable` with a `type` only; this means the same.
    const { nullable, ...rest } = value;
    const nothing = { type: 'string', nullable, enum: [null] };
    return { anyOf: [withoutProse(rest), nothing] };
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([name]) =>
          isNameMap ||
          !(
            /^(description|summary|title|examples?|externalDocs|tags)$/.test(
              name,
            ) || name.startsWith('x-')
          ),
      )
      .map(([name, item]) => [
        name,
        withoutProse(item, !isNameMap && name === 'properties'),
      ]),
  );
}

function keepComponent(ref) {
  const [, , kind, name] = ref.split('/');
  components[kind] ??= {};
  if (components[kind][name]) return;
  components[kind][name] = {};
  components[kind][name] = withoutProse(published.components[kind][name]);
}
