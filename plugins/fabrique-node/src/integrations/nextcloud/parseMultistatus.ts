import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { createInvalidResponseError, parseAnswer } from '../../upstream';
import { NextcloudMultistatus, NextcloudNode } from './schema';

const parser = new XMLParser({
  // Every server chooses its own prefixes.
  removeNSPrefix: true,
  // A folder may be called `007`.
  parseTagValue: false,
  isArray: name => name === 'response' || name === 'propstat',
});

/**
 * Reads what PROPFIND answers (RFC 4918, 13).
 *
 * @throws UpstreamError of kind `invalid-response`
 */
export function parseMultistatus(
  text: string,
  operation: { service: string; name: string },
): NextcloudNode[] {
  // The parser itself would make do with half of an answer.
  if (XMLValidator.validate(text) !== true) {
    throw createInvalidResponseError(operation, 'no XML');
  }
  return parseAnswer(NextcloudMultistatus, parser.parse(text), operation);
}
