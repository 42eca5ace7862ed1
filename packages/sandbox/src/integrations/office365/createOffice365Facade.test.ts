import express from 'express';
import { createServer, Server } from 'http';
import { AddressInfo } from 'net';
import { createEntra } from '../../azure/entra';
import { identity } from '../../azure/identity';
import { startTestFacades, TestFacades } from '../../testing/startTestFacades';
import { createOffice365Facade } from './createOffice365Facade';

const now = new Date('2026-11-23T10:12:00Z');

describe('createOffice365Facade', () => {
  let facades: TestFacades;
  let entra: Server;
  beforeEach(async () => {
    facades = await startTestFacades([createOffice365Facade], { now });
    entra = createServer(express().use(createEntra(facades.context).router));
    await new Promise<void>(resolve => {
      entra.listen(0, '127.0.0.1', resolve);
    });
  });
  afterEach(async () => {
    await new Promise(resolve => {
      entra.close(resolve);
      entra.closeAllConnections();
    });
    await facades.stop();
  });

  const signIn = async (audience = facades.context.urls.office365) => {
    const { port } = entra.address() as AddressInfo;
    const response = await fetch(
      `http://127.0.0.1:${port}/${identity.tenantId}/oauth2/v2.0/token`,
      {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: identity.clientId,
          client_secret: identity.clientSecret,
          scope: `${audience}/.default`,
        }),
      },
    );
    return ((await response.json()) as { access_token: string }).access_token;
  };
  const call = async (
    method: string,
    path: string,
    options: { body?: object; headers?: object; token?: string } = {},
  ) => {
    const { body, headers, token = await signIn() } = options;
    const response = await fetch(`${facades.context.urls.office365}${path}`, {
      method,
      body: body && JSON.stringify(body),
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        ...headers,
      },
    });
    const text = await response.text();
    return {
      status: response.status,
      text,
      body: /^\{/.test(text) ? (JSON.parse(text) as any) : undefined,
    };
  };
  const find = async (kind: 'groups' | 'users', address: string) => {
    const filter = encodeURIComponent(`mail in ('${address}','none')`);
    const { body } = await call('GET', `/v1.0/${kind}?$filter=${filter}`);
    return body.value[0];
  };

  it('takes only tokens that Entra gave for Graph', async () => {
    const tokens = ['nothing', await signIn('https://management.example')];
    for (const token of tokens) {
      expect(await call('GET', '/v1.0/groups', { token })).toMatchObject({
        status: 401,
        body: { error: { code: 'InvalidAuthenticationToken' } },
      });
    }
  });

  it('has a group with its people, a list, a shared mailbox and a person', async () => {
    const group = await find(
      'groups',
      'contact.domifa@fabrique.social.gouv.fr',
    );
    expect(group).toMatchObject({
      displayName: 'Contact DomiFa',
      groupTypes: ['Unified'],
      mailEnabled: true,
    });
    const count = `/v1.0/groups/${group.id}/members/$count`;
    const headers = { ConsistencyLevel: 'eventual' };
    expect((await call('GET', count, { headers })).text).toBe('1');
    expect((await call('GET', count)).status).toBe(400);
    const owners = `/v1.0/groups/${group.id}/owners?$select=id,displayName`;
    expect((await call('GET', owners)).body.value).toEqual([
      { id: expect.any(String), displayName: 'Camille Martin' },
    ]);
    expect(
      await find('groups', 'equipe.domifa@fabrique.social.gouv.fr'),
    ).toMatchObject({ groupTypes: [] });
    const purposeOf = async (address: string) => {
      const { id } = await find('users', address);
      return (await call('GET', `/v1.0/users/${id}/mailboxSettings`)).body;
    };
    expect(await purposeOf('support.domifa@fabrique.social.gouv.fr')).toEqual({
      userPurpose: 'shared',
    });
    expect(await purposeOf('camille.martin@fabrique.social.gouv.fr')).toEqual({
      userPurpose: 'user',
    });
  });

  it('has a group that nobody owns', async () => {
    const { id } = await find(
      'groups',
      'contact.work-in-france@fabrique.social.gouv.fr',
    );
    const { body } = await call('GET', `/v1.0/groups/${id}/owners`);
    expect(body.value).toEqual([]);
  });

  it('gives a list page after page', async () => {
    const names: string[] = [];
    let path: string | undefined = '/v1.0/groups?$top=10&$select=mail';
    for (let pages = 0; path && pages < 9; pages++) {
      const { body }: { body: any } = await call('GET', path);
      names.push(...body.value.map(({ mail }: { mail: string }) => mail));
      path = body['@odata.nextLink']?.replace(
        facades.context.urls.office365,
        '',
      );
    }
    expect(names.length).toBeGreaterThan(15);
    expect(new Set(names).size).toBe(names.length);
    const odd = await call('GET', '/v1.0/groups?$filter=contains(mail)');
    expect(odd.body.error.code).toBe('Request_UnsupportedQuery');
  });

  it('keeps a group that is made, with its owner, over a restart', async () => {
    const { body: group } = await call('POST', '/v1.0/groups', {
      body: {
        displayName: 'Contact Neuf',
        mailNickname: 'contact.neuf',
        mailEnabled: true,
        groupTypes: ['Unified'],
      },
    });
    const owner = await find('users', 'camille.martin@fabrique.social.gouv.fr');
    const add = (id: string) =>
      call('POST', `/v1.0/groups/${group.id}/owners/$ref`, {
        body: { '@odata.id': `https://graph.example/v1.0/users/${id}` },
      });
    expect((await add(owner.id)).status).toBe(204);
    expect((await add('nobody')).status).toBe(404);
    const { body } = await call('GET', `/v1.0/groups/${group.id}/owners`);
    expect(body.value).toMatchObject([{ id: owner.id }]);
    expect((await call('DELETE', `/v1.0/groups/${group.id}`)).status).toBe(204);
    expect((await call('GET', `/v1.0/groups/${group.id}`)).status).toBe(404);
  });

  it('has pages behind the links', async () => {
    const address = 'support.domifa@fabrique.social.gouv.fr';
    const { text } = await call('GET', `/mail/${encodeURIComponent(address)}/`);
    expect(text).toContain('Support DomiFa');
  });
});
