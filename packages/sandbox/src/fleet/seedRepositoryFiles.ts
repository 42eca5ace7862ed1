import { stringify } from 'yaml';
import { FleetApp } from './fleet';
import { toCatalogInfo } from './seedCatalog';
import { toManifests } from './seedManifests';
import { toFleetProjectId } from './seedProjectIds';
import { toUpptimeSettings } from './upptimeSites';
import { newestSharedCiTag, oldSharedCiTag } from './seedVersions';

/** `.gitlab-ci.yml` of the shared CI: automatic releases, and production at every version tag. */
export function toGitlabCi(ref: string): string {
  return stringify({
    include: [
      { project: 'SocialGouv/gitlab-ci-yml', file: '/autodevops.yml', ref },
    ],
    variables: {
      AUTO_DEVOPS_RELEASE_AUTO: '🔖',
      AUTO_DEVOPS_PRODUCTION_AUTO: '🚀',
      AUTO_DEVOPS_KANIKO: '🕹️',
    },
  });
}

/** What changes with every version. */
export function toVersionedFiles(
  app: FleetApp,
  version: string,
): Record<string, string> {
  return {
    'package.json': `${JSON.stringify(
      {
        name: app.name,
        version,
        private: true,
        license: 'Apache-2.0',
        scripts: {
          start: 'node server.js',
          test: 'node --test',
        },
        engines: { node: '>=22' },
      },
      null,
      2,
    )}\n`,
    ...toManifests(app, toFleetProjectId(app.name), `v${version}`),
  };
}

/** All files of an application, as its repository starts. */
export function toRepositoryFiles(
  app: FleetApp,
  version: string,
  githubUrl: string,
): Record<string, string> {
  return {
    'README.md': `# ${app.title}

${app.description}.

- Production : https://${app.host}
- Équipe : ${app.team}

## Démarrer

\`\`\`
yarn install
yarn start
\`\`\`
`,
    'CONTRIBUTING.md':
      "# Contribuer\n\nUne branche par sujet, des commits conventionnels, une relecture par l'équipe.\n",
    LICENSE:
      'Apache License 2.0, https://www.apache.org/licenses/LICENSE-2.0\n',
    '.gitignore': 'node_modules\n.env\n',
    Dockerfile: `FROM node:22-alpine
WORKDIR /app
COPY . .
USER 1001
EXPOSE 3000
CMD ["node", "server.js"]
`,
    'server.js': `const { createServer } = require('http');

createServer((request, response) => {
  response.end(request.url === '/healthz' ? 'ok' : ${JSON.stringify(
    app.title,
  )});
}).listen(3000);
`,
    '.gitlab-ci.yml': toGitlabCi(
      app.scenarios.includes('old-ci') ? oldSharedCiTag : newestSharedCiTag,
    ),
    '.socialgouv/config.json': `${JSON.stringify({
      name: app.name,
      type: 'app',
      probesPath: '/healthz',
    })}\n`,
    '.github/renovate.json': `${JSON.stringify({
      extends: ['github>SocialGouv/renovate-config'],
    })}\n`,
    '.github/CODEOWNERS':
      '.github/ @SocialGouv/sre\n.socialgouv/ @SocialGouv/sre\n',
    'catalog-info.yaml': toCatalogInfo(app, githubUrl),
    ...(app.name === 'upptime' && { '.upptimerc.yml': toUpptimeSettings() }),
    ...toVersionedFiles(app, version),
  };
}
