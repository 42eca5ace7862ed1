import { resourceTypes, toApiVersion } from './resourceTypes';

const verbs = {
  stored: ['create', 'delete', 'get', 'list', 'patch', 'update'],
  derived: ['get', 'list'],
};

/** What clients ask to learn which kinds there are; undefined for other paths. */
export function toDiscovery(path: string): object | undefined {
  if (path === '/version') {
    return {
      major: '1',
      minor: '33',
      gitVersion: 'v1.33.4',
      platform: 'linux/amd64',
    };
  }
  if (path === '/api') {
    return { kind: 'APIVersions', versions: ['v1'] };
  }
  if (path === '/apis') {
    const versions = new Map(
      resourceTypes
        .filter(({ group }) => group)
        .map(({ group, version }) => [group, version]),
    );
    return {
      kind: 'APIGroupList',
      apiVersion: 'v1',
      groups: [...versions].map(([name, version]) => {
        const preferred = { groupVersion: `${name}/${version}`, version };
        return { name, versions: [preferred], preferredVersion: preferred };
      }),
    };
  }
  const apiVersion =
    /^\/api\/(v1)$/.exec(path)?.[1] ??
    /^\/apis\/([^/]+\/[^/]+)$/.exec(path)?.[1];
  const types = resourceTypes.filter(type => toApiVersion(type) === apiVersion);
  if (types.length === 0) return undefined;
  return {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion: apiVersion,
    resources: types.map(type => ({
      name: type.plural,
      singularName: type.kind.toLowerCase(),
      namespaced: type.namespaced,
      kind: type.kind,
      verbs: verbs[type.source],
      ...(type.shortNames && { shortNames: type.shortNames }),
    })),
  };
}
