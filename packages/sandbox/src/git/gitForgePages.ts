import { Request, Response } from 'express';

/** Text as it may stand in HTML. */
export const toText = (text: string) =>
  text.replace(/[&<>"]/g, char => `&#${char.charCodeAt(0)};`);

/** A small page with a title. `body` is HTML. */
export const toPage = (title: string, body: string) =>
  `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${toText(
    title,
  )}</title></head><body><h1>${toText(title)}</h1>${body}</body></html>`;

/** What git asks for, below `/<owner>/<repo>` and `/<owner>/<repo>.git`. */
export const gitPath =
  '/:owner/:repo([\\w.-]+?)(.git)?/:service(info/refs|git-upload-pack|git-receive-pack)';

/** Lets a git client send its credentials. */
export function askForCredentials(response: Response, realm: string): void {
  response
    .status(401)
    .set('www-authenticate', `Basic realm="${realm}"`)
    .type('text/plain')
    .send('Authentication required');
}

/** Whether a git request wants to push. */
export function isPush(request: Request): boolean {
  return (
    request.params.service === 'git-receive-pack' ||
    (request.params.service === 'info/refs' &&
      request.query.service === 'git-receive-pack')
  );
}
