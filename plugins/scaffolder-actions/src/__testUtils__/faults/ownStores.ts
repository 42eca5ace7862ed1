import { JsonObject } from '@backstage/types';

/** A document of a system's store, by its key there. */
export type StoredDocument = [key: string, document: JsonObject];

/** Stores of what systems do by themselves, or note of each request. */
const ownLife =
  /operations$|^gitlab-(environments|sequences)$|^matomo-days$|^sentry-(counts|issues)$|^azure-token-key$|^github-secret-keys$|^clock$/;

/** Of a pipeline that runs, what whoever started it said. */
const pipelineParts = ['ref', 'tag', 'source', 'variables'];

/** Leaves out of a store what its system does by itself. */
export function pickMade(
  store: string,
  documents: readonly StoredDocument[],
): StoredDocument[] {
  if (ownLife.test(store)) return [];
  return documents.filter(([, document]) => {
    // Pushes start pipelines, pipelines deploy, and what is deployed gets its dashboards.
    if (store === 'gitlab-pipelines') return document.source === 'api';
    if (store === 'grafana-dashboards')
      return document.folderUid !== 'applications';
    return !store.startsWith('kubernetes-') || !isMadeInCluster(document);
  });
}

/** By the marks of the shared CI, and of the controller of SealedSecrets. */
function isMadeInCluster(document: JsonObject): boolean {
  return /"app\.gitlab\.com\/app"|"socialgouv\/creator"|"kind":"SealedSecret","name"/.test(
    JSON.stringify(document),
  );
}

/** What bears a name, and of documents that all share only that. */
export function pickOwn(
  store: string,
  documents: readonly StoredDocument[],
  name: string,
): StoredDocument[] {
  const isOwn = (value: unknown) => JSON.stringify(value).includes(name);
  const isOwnDocument = ([key, document]: StoredDocument) =>
    // What a mirror has seen of the branches of others.
    isOwn([key, { ...document, seenRefs: null }]);
  return documents.filter(isOwnDocument).map(([key, document]) => {
    if (store === 'gitlab-pipelines') {
      return [key, pickKeys(document, pipelineParts)];
    }
    if (store !== 'github-repositories' || key.includes(name)) {
      return [key, document];
    }
    const { pullRequests, issues } = toLists(document);
    return [
      key,
      {
        pullRequests: pullRequests.filter(isOwn),
        issues: issues.filter(isOwn),
      },
    ];
  });
}

/** GitHub keeps what was closed for ever: to close it is to undo it. */
export function withoutClosed(documents: JsonObject): JsonObject {
  const repositories = documents['github-repositories'] as
    | Record<string, JsonObject>
    | undefined;
  if (!repositories) return documents;
  const isOpen = ({ state, mergedAt }: JsonObject) =>
    state !== 'closed' || mergedAt !== undefined;
  return {
    ...documents,
    'github-repositories': Object.fromEntries(
      Object.entries(repositories).map(([key, repository]) => {
        const { pullRequests, issues } = toLists(repository);
        return [
          key,
          {
            ...repository,
            pullRequests: pullRequests.filter(isOpen),
            issues: issues.filter(isOpen),
          },
        ];
      }),
    ),
  };
}

function toLists({ pullRequests = [], issues = [] }: JsonObject) {
  return {
    pullRequests: pullRequests as JsonObject[],
    issues: issues as JsonObject[],
  };
}

function pickKeys(document: JsonObject, keys: readonly string[]): JsonObject {
  return Object.fromEntries(
    Object.entries(document).filter(([key]) => keys.includes(key)),
  );
}
