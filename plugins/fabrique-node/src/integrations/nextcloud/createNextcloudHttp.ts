import {
  encodePath,
  UpstreamClient,
  UpstreamPolicyTuning,
} from '../../upstream';
import { NextcloudConfig } from './config';

/** Makes what sends requests to NextCloud in the name of the portal's account. */
export function createNextcloudHttp(
  { baseUrl, user, password }: NextcloudConfig,
  tuning: UpstreamPolicyTuning,
): UpstreamClient {
  const credentials = Buffer.from(`${user}:${password}`).toString('base64');
  return UpstreamClient.create({
    ...tuning,
    service: 'NextCloud',
    baseUrl,
    headers: { authorization: `Basic ${credentials}` },
    secrets: [password],
  });
}

/**
 * Address of a folder or a file of the account, over WebDAV. Every segment is encoded by itself: a name
 * may hold a question mark, a hash or a percent sign.
 *
 * @param path - segments with a slash between them, as people write them
 */
export function toDavPath(user: string, path: string): string {
  const segments = path.split('/').map(segment => encodePath`${segment}`);
  return `${encodePath`/remote.php/dav/files/${user}`}/${segments.join('/')}`;
}
