import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

/** The packages of the repository: folder and package.json. */
export function listWorkspaces() {
  return ['packages', 'plugins'].flatMap(parent =>
    readdirSync(join(root, parent))
      .sort()
      .map(name => join(root, parent, name))
      .filter(dir => existsSync(join(dir, 'package.json')))
      .map(dir => ({
        dir,
        manifest: JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')),
      })),
  );
}

/** The folders of a package and of the packages of this repository that it depends on. */
export function listWorkspaceClosure(name, workspaces = listWorkspaces()) {
  const byName = new Map(workspaces.map(w => [w.manifest.name, w]));
  const seen = new Set();
  const visit = next => {
    const workspace = byName.get(next);
    if (!workspace || seen.has(workspace.dir)) return;
    seen.add(workspace.dir);
    Object.keys(workspace.manifest.dependencies ?? {}).forEach(visit);
  };
  visit(name);
  return [...seen];
}
