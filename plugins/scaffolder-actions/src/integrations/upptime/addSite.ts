import { isMap, isSeq, parseDocument } from 'yaml';

/** A site that UppTime is to watch. */
export interface UpptimeSite {
  name: string;
  url: string;
  /** HTTP codes that mean that it is up, where that is not 2xx and 3xx. */
  expectedStatusCodes?: number[];
}

/**
 * Adds a site to the text of `.upptimerc.yml`. Comments, order and everything else stay; a site of the same
 * address is left alone.
 *
 * @throws Error if the file is no YAML, or has no list of sites.
 *
 * @see https://upptime.js.org/docs/configuration
 */
export function addSite(text: string, site: UpptimeSite): string {
  const document = parseDocument(text);
  const [error] = document.errors;
  const sites = document.get('sites');
  if (error || !isSeq(sites)) {
    throw new Error(
      `.upptimerc.yml cannot be changed: ${
        error ? error.message.split('\n')[0] : 'it has no list of sites'
      }`,
    );
  }
  const isPresent = sites.items.some(
    item =>
      isMap(item) && toAddress(String(item.get('url'))) === toAddress(site.url),
  );
  if (isPresent) return text;
  sites.add(document.createNode(site));
  return document.toString({
    lineWidth: 0,
    indentSeq: !/^( *)[^ #].*:\n\1- /m.test(text),
  });
}

function toAddress(url: string): string {
  return url.replace(/\/+$/, '').toLowerCase();
}
