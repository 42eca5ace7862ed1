import { Router } from 'express';
import { serveGit } from '../../git/serveGit';
import {
  findRepository,
  githubTokenLogin,
  handle,
  notFound,
  readGithubToken,
} from './githubHttp';
import {
  askForCredentials,
  gitPath,
  isPush,
  toPage,
  toText,
} from '../../git/gitForgePages';
import { GithubState } from './githubState';

/** Clone and push. */
export function addGitRoutes(router: Router, state: GithubState): void {
  router.all(
    gitPath,
    handle(async (request, response) => {
      const { owner, repo, service } = request.params;
      const authenticated = readGithubToken(request);
      const repository = state.find(owner, repo);
      const isOpen = repository?.visibility === 'public' && !isPush(request);
      // A wrong token is refused even where none is needed, and what is not there looks private.
      if (authenticated === false || (!authenticated && !isOpen)) {
        askForCredentials(response, 'GitHub');
        return;
      }
      if (!repository) {
        response.status(404).type('text/plain').send('Repository not found.');
        return;
      }
      await serveGit(request, response, {
        repository: state.git(repository),
        service,
        user: authenticated ? githubTokenLogin : undefined,
        onPushed: async () => state.pushed(repository),
      });
    }),
  );
}

/** Raw files, and small pages so that no link is dead. */
export function addPageRoutes(router: Router, state: GithubState): void {
  router.use((request, response, next) => {
    response.locals.authenticated = readGithubToken(request) === true;
    next();
  });

  router.get(
    '/raw/:owner/:repo/:path(.+)',
    handle(async (request, response) => {
      const repository = findRepository(state, request, response);
      const git = state.git(repository);
      // The branch may hold slashes: the shortest prefix that is one wins.
      const parts = request.params.path.split('/');
      for (let length = 1; length < parts.length; length += 1) {
        const commit = await git.resolve(parts.slice(0, length).join('/'));
        const entry =
          commit && (await git.entry(commit, parts.slice(length).join('/')));
        if (entry && entry.type === 'blob') {
          response
            .type('text/plain')
            .set('etag', `"${entry.sha}"`)
            .send(await git.blob(entry.sha));
          return;
        }
      }
      response.status(404).type('text/plain').send('404: Not Found');
    }),
  );

  router.get('/avatars/:login', (request, response) => {
    const initial = toText(request.params.login[0].toUpperCase());
    response
      .type('image/svg+xml')
      .send(
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="#6a6af4"/><text x="20" y="27" font-size="20" text-anchor="middle" fill="#fff">${initial}</text></svg>`,
      );
  });

  router.get('/orgs/:org/teams/:slug', (request, response) => {
    const team = state.teams.get(request.params.slug);
    if (!team) throw notFound();
    const items = team.members.map(login => `<li>${toText(login)}</li>`);
    response.type('html').send(toPage(team.name, `<ul>${items.join('')}</ul>`));
  });

  router.get(
    ['/:owner/:repo', '/:owner/:repo/*'],
    handle(async (request, response) => {
      const repository = findRepository(state, request, response);
      const fullName = `${repository.owner}/${repository.name}`;
      const git = state.git(repository);
      const [, type, ref, ...path] = request.path.split('/').slice(2);
      let shown = '';
      if (type === 'blob') {
        const commit = await git.resolve(decodeURIComponent(ref ?? ''));
        const file =
          commit &&
          (await git.readFile(commit, decodeURIComponent(path.join('/'))));
        if (file === undefined) throw notFound();
        shown = `<pre>${toText(file)}</pre>`;
      }
      const branch = await git.defaultBranch();
      const readme = await git.readFile(branch, 'README.md').catch(() => '');
      response
        .type('html')
        .send(
          toPage(
            [fullName, ...request.path.split('/').slice(3)].join(' · '),
            `<p>${toText(repository.description ?? '')}</p><p><code>git clone ${
              state.context.urls.github
            }/${fullName}.git</code></p>${
              shown || `<pre>${toText(readme ?? '')}</pre>`
            }`,
          ),
        );
    }),
  );

  router.get('/:owner', (request, response) => {
    const items = state.repositories
      .list()
      .filter(({ visibility }) => visibility === 'public')
      .map(
        ({ owner, name }) =>
          `<li><a href="/${owner}/${name}">${toText(name)}</a></li>`,
      );
    response
      .type('html')
      .send(toPage(request.params.owner, `<ul>${items.join('')}</ul>`));
  });
}
