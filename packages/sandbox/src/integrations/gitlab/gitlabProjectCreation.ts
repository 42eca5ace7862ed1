import { Request } from 'express';
import { rm } from 'fs/promises';
import { z } from 'zod/v4';
import { commitFile } from '../../git/commitFile';
import { GitRepository } from '../../git/GitRepository';
import { GitlabProblem, readBody } from './gitlabHttp';
import { GitlabMirrors } from './gitlabMirrors';
import {
  createProjectDocument,
  GitlabState,
  group,
  ProjectDocument,
} from './gitlabState';

// Forms send text where JSON has numbers and switches.
/** A switch of a form or of JSON. */
export const switchSchema = z
  .union([z.boolean(), z.enum(['true', 'false'])])
  .transform(value => value === true || value === 'true');

/** What callers may set on a project. */
export const projectSchema = z.object({
  name: z.string().optional(),
  path: z.string().optional(),
  namespace_id: z.coerce.number().optional(),
  description: z.string().nullish(),
  visibility: z.enum(['public', 'internal', 'private']).optional(),
  import_url: z.string().optional(),
  mirror: switchSchema.optional(),
  mirror_trigger_builds: switchSchema.optional(),
  topics: z.array(z.string()).optional(),
  archived: switchSchema.optional(),
  default_branch: z.string().optional(),
  initialize_with_readme: switchSchema.optional(),
});

/** See {@link projectSchema}. */
export type ProjectBody = z.infer<typeof projectSchema>;

/** 400 with a message for each field. */
export const invalid = (message: Record<string, string[]>) =>
  new GitlabProblem(400, { message });

function requireImportUrl(url: string | undefined): void {
  if (url !== undefined && !/^https?:\/\/[^/]+\/./.test(url)) {
    throw invalid({
      import_url: ['is blocked: Only allowed schemes are http, https'],
    });
  }
}

/** Applies what a caller sets. Throws GitLab's 400. */
export function applyProjectBody(
  project: ProjectDocument,
  body: ProjectBody,
): ProjectDocument {
  requireImportUrl(body.import_url);
  const mirror = body.mirror ?? project.mirror;
  const importUrl = body.import_url ?? project.importUrl;
  if (mirror && !importUrl) {
    throw invalid({ import_url: ["can't be blank"] });
  }
  return {
    ...project,
    name: body.name ?? project.name,
    description:
      body.description === undefined
        ? project.description
        : body.description ?? undefined,
    visibility: body.visibility ?? project.visibility,
    topics: body.topics ?? project.topics,
    archived: body.archived ?? project.archived,
    importUrl,
    mirror,
    mirrorTriggerBuilds:
      body.mirror_trigger_builds ?? project.mirrorTriggerBuilds,
  };
}

/** Makes a project, and starts its import. Throws GitLab's 400 for names that are taken or invalid. */
export async function createProject(
  state: GitlabState,
  mirrors: GitlabMirrors,
  request: Request,
): Promise<ProjectDocument> {
  const body = readBody(projectSchema, request);
  const name = body.name ?? body.path;
  if (!name) {
    throw new GitlabProblem(400, {
      error: 'name, path are missing, at least one parameter must be provided',
    });
  }
  if (body.namespace_id !== undefined && body.namespace_id !== group.id) {
    throw new GitlabProblem(400, { message: { namespace: ['is not valid'] } });
  }
  const path = body.path ?? name.toLowerCase().replace(/[^a-z0-9_.-]+/g, '-');
  if (
    !/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(path) ||
    /\.(git|atom)$/.test(path)
  ) {
    throw invalid({
      path: [
        "can contain only letters, digits, '_', '-' and '.'. Cannot start with '-', end in '.git' or end in '.atom'",
      ],
    });
  }
  if (state.findProject(`${group.path}/${path}`)) {
    const taken = ['has already been taken'];
    throw invalid({
      'project_namespace.name': taken,
      name: taken,
      path: taken,
    });
  }
  const project = applyProjectBody(
    createProjectDocument({
      id: state.nextProjectId(),
      name,
      path,
      createdAt: state.now(),
      importStatus: body.import_url ? 'scheduled' : 'none',
      seenRefs: body.import_url ? undefined : {},
    }),
    body,
  );
  // Taken from here on, also for a request that comes while the folder is being made.
  state.save(project);
  const directory = state.directory(project);
  // Mirrors look at all projects twice a second, and would make the folder of this one, too.
  await mirrors.alone(project.id, async () => {
    await rm(directory, { recursive: true, force: true }); // of a removal that was killed
    const git = await GitRepository.create(directory);
    if (body.initialize_with_readme) await commitReadme(git, name);
  });
  if (project.importUrl) {
    mirrors
      .fetch(project.id)
      .catch(error => state.context.log(`gitlab: import: ${error}`));
  }
  return project;
}

async function commitReadme(git: GitRepository, name: string): Promise<void> {
  await commitFile(git, {
    branch: 'main',
    path: 'README.md',
    content: Buffer.from(`# ${name}\n`),
    message: 'Initial commit',
    committer: {
      name: 'SocialGroovyBot',
      email: 'bot@fabrique.social.gouv.fr',
    },
  });
}
