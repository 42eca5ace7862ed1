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
 * Finds a site by its key.
 *
 * @throws UpstreamError of kind `not-found` where UppTime does not watch it.
 */
export function findUpptimeSite(
  sites: UpptimeSite[],
  siteKey: string,
): UpptimeSite {
  const site = sites.find(({ url }) => toSiteKey(url) === siteKey);
  if (site) return site;
  throw new UpstreamError(`UppTime does not watch ${siteKey}`, {
    kind: 'not-found',
  });
}
