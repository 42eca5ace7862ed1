import { readdirSync, readFileSync } from 'fs';
import { createServer, Server } from 'http';
import { AddressInfo } from 'net';
import { resolve } from 'path';
import { isDeepStrictEqual } from 'util';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import {
  compileCatalogModel,
  defaultCatalogEntityModel,
} from '@backstage/catalog-model/alpha';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  declaredAnnotations,
  findingsAnnotationName,
  listAnnotationNames,
  readFindings,
} from '@socialgouv/backstage-plugin-fabrique-common';
import request from 'supertest';
import modelModule, { fabriqueCatalogModelLayer } from './alpha';
import catalogModule from '.';

const folder = resolve(__dirname, '../../fabrique-cli/src/__fixtures__/wrong');
const right = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: right
  annotations:
    sentry.io/project-slug: domifa-backend
    matomo.io/site-id.preprod: "17"
spec: { type: website, lifecycle: production, owner: sre }
`;

/** What a host of repositories serves: the wrong files, each under the name of its file. */
function readFiles(): Map<string, string> {
  const files = readdirSync(folder).map(file => {
    const name = file.replace('.yaml', '');
    const text = readFileSync(resolve(folder, file), 'utf8');
    return [name, text.replace('name: domifa', `name: ${name}`)] as const;
  });
  return new Map([...files, ['right', right]]);
}

describe('catalogModuleFabrique', () => {
  const files = readFiles();
  let host: Server;
  let reads: string[] = [];
  let backend: Awaited<ReturnType<typeof startTestBackend>> | undefined;

  beforeAll(async () => {
    host = createServer((incoming, response) => {
      const name = incoming.url!.replace(/^\/|\.yaml$/g, '');
      const text = files.get(name)!;
      const etag = `"${name}-${text.length}"`;
      const isKnown = incoming.headers['if-none-match'] === etag;
      reads.push(`${name} ${isKnown ? 304 : 200}`);
      response.writeHead(isKnown ? 304 : 200, { etag });
      response.end(isKnown ? undefined : text);
    });
    await new Promise<void>(done => host.listen(0, '127.0.0.1', done));
  });
  // One catalog at a time reads the files.
  afterEach(() => backend?.stop());
  afterAll(() => new Promise(done => host.close(done)));

  async function start(names: Iterable<string>) {
    const { port } = host.address() as AddressInfo;
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModule,
        modelModule,
        mockServices.rootConfig.factory({
          data: {
            backend: { reading: { allow: [{ host: `127.0.0.1:${port}` }] } },
            catalog: {
              processingInterval: { seconds: 2 },
              locations: [...names].map(name => ({
                type: 'url',
                target: `http://127.0.0.1:${port}/${name}.yaml`,
              })),
            },
          },
        }),
      ],
    });
    return request(backend.server);
  }

  async function list(api: Awaited<ReturnType<typeof start>>) {
    const { body } = await api.get(
      '/api/catalog/entities?filter=kind=component',
    );
    return body as Entity[];
  }

  async function until<T>(ask: () => Promise<T | undefined>): Promise<T> {
    for (;;) {
      const answer = await ask();
      if (answer) return answer;
      await new Promise(done => setTimeout(done, 200));
    }
  }

  it('writes on every entity that the catalog takes what is wrong, with its line', async () => {
    const api = await start(files.keys());
    const expected = [
      'address-for-slug:7 form',
      'among-labels:7 misplaced',
      'change-me:8 placeholder',
      'computed:8 computed',
      'empty:8 empty',
      'environment-form:8 form',
      'metadata-annotation:6 misplaced',
      'misspelt-matomo:8 misspelt',
      'misspelt-own:8 misspelt',
      'misspelt-sentry:8 misspelt',
      'no-environment:7 no-environment',
      'own-domain-for-sentry:8 misspelt',
      'placeholder:8 placeholder',
      'secret:8 secret',
      'selector-form:8 form',
      'slug-without-owner:8 form',
      'spaces:8 spaces',
      'under-spec:10 misplaced',
      'underscore:8 misspelt',
      'unknown-annotation:8 unknown',
      'unknown-environment:8 unknown-environment',
      'wrong-form:8 form',
    ];
    const names = [...expected.map(line => line.split(':')[0]), 'right'];
    const entities = await until(async () => {
      const all = await list(api);
      const taken = new Set(all.map(({ metadata }) => metadata.name));
      return names.every(name => taken.has(name)) ? all : undefined;
    });
    const found = entities.flatMap(entity =>
      readFindings(entity).map(
        ({ code, line }) => `${entity.metadata.name}:${line} ${code}`,
      ),
    );
    expect(found.sort()).toEqual(expected);
    expect(
      entities.find(({ metadata }) => metadata.name === 'right')?.metadata
        .annotations,
    ).not.toHaveProperty(findingsAnnotationName);
  }, 60_000);

  it('follows the file, and reads it again only when it has changed', async () => {
    const name = 'misspelt-sentry';
    const api = await start([name]);
    // A finding of the last version has no line in a newer file: it is there, until the next reading.
    const untilLines = (expected: number[]) =>
      until(async () => {
        const [entity] = await list(api);
        const lines = entity && readFindings(entity).map(({ line }) => line);
        return isDeepStrictEqual(lines, expected) ? entity : undefined;
      });
    await untilLines([8]);
    reads = [];
    await until(async () => reads.length > 3);
    expect([...new Set(reads)]).toEqual([`${name} 304`]);

    const text = files.get(name)!;
    files.set(name, `# Domifa\n${text}`);
    await untilLines([9]);
    files.set(name, text.replace('project-slugs', 'project-slug'));
    const { metadata } = await untilLines([]);
    expect(metadata.annotations).toMatchObject({
      'sentry.io/project-slug': 'domifa-backend',
    });
    expect(metadata.annotations).not.toHaveProperty(findingsAnnotationName);
  }, 60_000);

  it('gives the model of the catalog every annotation, and keeps its own kinds', () => {
    const model = compileCatalogModel([
      defaultCatalogEntityModel,
      fabriqueCatalogModelLayer,
    ]);
    const { annotations } = model.getMetadata();
    expect(annotations.map(({ name }) => name)).toEqual(
      expect.arrayContaining(declaredAnnotations.flatMap(listAnnotationNames)),
    );
    expect(model.listKinds().map(({ names }) => names.kind)).toContain(
      'Component',
    );
  });
});
