import { Router } from 'express';
import { serveGit } from '../../git/serveGit';
import { findProject, handle, notFound, readGitlabToken } from './gitlabHttp';
import {
  askForCredentials,
  gitPath,
  isPush,
  toPage,
  toText,
} from '../../git/gitForgePages';
import { toJobTrace } from './gitlabJobTrace';
import { GitlabMirrors } from './gitlabMirrors';
import { toPipelineState } from './gitlabPipelineState';
import { GitlabState } from './gitlabState';

/** Clone and push. */
export function addGitRoutes(
  router: Router,
  state: GitlabState,
  mirrors: GitlabMirrors,
): void {
  router.all(
    gitPath,
    handle(async (request, response) => {
      const { owner, repo, service } = request.params;
      const authenticated = readGitlabToken(request);
      const project = state.findProject(`${owner}/${repo}`);
      const isOpen = project?.visibility === 'public' && !isPush(request);
      if (authenticated === false || (!authenticated && !isOpen)) {
        askForCredentials(response, 'GitLab');
        return;
      }
      if (!project) {
        response.status(404).type('text/plain').send('Not found');
        return;
      }
      await serveGit(request, response, {
        repository: state.git(project),
        service,
        user: authenticated ? 'oauth2' : undefined,
        onPushed: () => mirrors.notice(project.id),
      });
    }),
  );
}

/** Small pages, so that no link is dead. */
export function addPageRoutes(router: Router, state: GitlabState): void {
  router.get('/groups/:group', (request, response) => {
    const items = state.projects
      .list()
      .filter(({ visibility }) => visibility === 'public')
      .map(
        ({ namespace, path }) =>
          `<li><a href="/${namespace}/${path}">${toText(path)}</a></li>`,
      );
    response
      .type('html')
      .send(toPage(request.params.group, `<ul>${items.join('')}</ul>`));
  });

  router.get(
    ['/:owner/:repo', '/:owner/:repo/-/*'],
    handle(async (request, response) => {
      const { owner, repo } = request.params;
      response.locals.authenticated = readGitlabToken(request) === true;
      request.params.id = `${owner}/${repo}`;
      const project = findProject(state, request, response);
      const fullPath = `${project.namespace}/${project.path}`;
      const [what, id] = (request.params[0] ?? '').split('/');
      const lines: string[] = [];
      for (const pipeline of state.pipelinesOf(project.id)) {
        const at = toPipelineState(pipeline, state.context.now());
        const job = at.jobs.find(item => String(item.job.id) === id);
        if (what === 'jobs' && job) {
          lines.push(toJobTrace(job, pipeline, fullPath));
        }
        if (what === 'pipelines' && (!id || String(pipeline.id) === id)) {
          lines.push(`#${pipeline.id} ${pipeline.ref}: ${at.status}`);
          if (id) {
            lines.push(
              ...at.jobs.map(
                item => `${item.job.stage} / ${item.job.name}: ${item.status}`,
              ),
            );
          }
        }
      }
      if (['jobs', 'pipelines'].includes(what) && id && lines.length === 0) {
        throw notFound();
      }
      response
        .type('html')
        .send(
          toPage(
            [fullPath, what, id].filter(Boolean).join(' · '),
            `<p>${toText(project.description ?? '')}</p><p><code>git clone ${
              state.url
            }/${fullPath}.git</code></p><pre>${toText(lines.join('\n'))}</pre>`,
          ),
        );
    }),
  );
}
