import { once } from 'events';
import { createServer } from 'http';
import { AddressInfo } from 'net';
import { SentryProvisioner } from '@socialgouv/backstage-plugin-fabrique-node';
import { ApplyCall } from '../../ensure';
import { createProjectResource } from './createSentryResources';

describe('createProjectResource', () => {
  it('takes no project that another team made after the plan', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.setHeader('content-type', 'application/json');
      response.end('{"slug":"mon-app","teams":[{"slug":"egapro"}]}');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const project = createProjectResource({
      sentry: new SentryProvisioner({
        baseUrl: `http://127.0.0.1:${port}`,
        organization: 'incubateur',
        token: 't',
      }),
      name: 'mon-app',
      team: 'domifa',
      platform: 'javascript-nextjs',
    });

    expect(project.plan({})).toMatchObject({ verb: 'create' });
    const call: ApplyCall = { log: () => {}, keep: (_name, make) => make() };
    await expect(project.apply({}, call)).rejects.toMatchObject({
      name: 'ConflictError',
      message:
        'The Sentry project mon-app belongs to team egapro. Choose another name, or have it given to team domifa too.',
    });
    expect(asked).toEqual(['GET /api/0/projects/incubateur/mon-app/']);
    server.closeAllConnections();
    server.close();
  });
});
