import {
  UpptimeSite,
  UpstreamError,
} from '@socialgouv/backstage-plugin-fabrique-node';

/**
 * Brings an address into the form in which two of them are compared: without scheme and trailing
 * slash, its host in small letters.
 */
export function toSiteKey(url: string): string {
  const [, host, rest] = /^(?:https?:\/\/)?([^/?#]*)(.*)$/i.exec(url.trim())!;
  return host.toLowerCase() + rest.replace(/\/+$/, '');
}

/**
 * Finds the site that has the first of several keys that any site has.
 *
 * @throws UpstreamError of kind `not-found` where UppTime watches none of them.
 */
export function findUpptimeSite(
  sites: UpptimeSite[],
  siteKeys: string[],
): UpptimeSite {
  const known = new Map(sites.map(site => [toSiteKey(site.url), site]));
  for (const key of siteKeys) {
    const site = known.get(key);
    if (site) return site;
  }
  throw new UpstreamError(`UppTime does not watch ${siteKeys.join(', ')}`, {
    kind: 'not-found',
  });
}
