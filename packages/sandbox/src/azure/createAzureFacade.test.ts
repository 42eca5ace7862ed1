import { PostgreSQLManagementFlexibleServerClient } from '@azure/arm-postgresql-flexible';
import { StorageManagementClient } from '@azure/arm-storage';
import { ClientSecretCredential } from '@azure/identity';
import {
  BlobServiceClient,
  StorageSharedKeyCredential,
} from '@azure/storage-blob';
import { readFileSync } from 'fs';
import { Client } from 'pg';
import { TestSandbox, startTestSandbox } from '../testing/startTestSandbox';
import { identity } from './identity';

jest.setTimeout(60_000);

const group = identity.resourceGroup;
const server = 'fabriquedevserver';

describe('the Azure of the sandbox, with the real clients', () => {
  let sandbox: TestSandbox;
  let ca: string;

  beforeAll(async () => {
    sandbox = await startTestSandbox(['postgres', 'blob', 'azure']);
    ca = readFileSync(sandbox.caCertificatePath, 'utf8');
  });
  afterAll(() => sandbox.remove());

  const signIn = (secret: string = identity.clientSecret) =>
    new ClientSecretCredential(identity.tenantId, identity.clientId, secret, {
      authorityHost: sandbox.urls.azure,
      disableInstanceDiscovery: true,
      tlsOptions: { ca },
      retryOptions: { maxRetries: 0 },
    });
  const connection = () => ({
    endpoint: sandbox.urls.azure,
    $host: sandbox.urls.azure,
    tlsOptions: { ca },
    retryOptions: { maxRetries: 0 },
  });
  const postgres = () =>
    new PostgreSQLManagementFlexibleServerClient(
      signIn(),
      identity.subscriptionId,
      connection(),
    );
  const storage = () =>
    new StorageManagementClient(
      signIn(),
      identity.subscriptionId,
      connection(),
    );
  const connect = async (
    user: string,
    password: string,
    database: string,
    ssl?: object,
  ) => {
    const client = new Client({
      host: '127.0.0.1',
      port: Number(`${sandbox.portPrefix}10`),
      user,
      password,
      database,
      ssl,
    });
    await client.connect();
    return client;
  };
  const inject = (order: object) =>
    fetch(`${sandbox.urls.control}/_faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ upstream: 'azure', ...order }),
    });

  const openBlobs = async () => {
    const [key] =
      (await storage().storageAccounts.listKeys(group, 'demodev')).keys ?? [];
    return new BlobServiceClient(
      `${sandbox.urls.blob}/demodev`,
      new StorageSharedKeyCredential('demodev', key.value ?? ''),
    );
  };
  const readNote = async () =>
    (
      await (await openBlobs())
        .getContainerClient('uploads')
        .getBlobClient('note.txt')
        .downloadToBuffer()
    ).toString();

  it('signs in, and refuses as Entra does', async () => {
    const token = await signIn().getToken(`${sandbox.urls.azure}/.default`);
    expect(token.expiresOnTimestamp - Date.now()).toBeGreaterThan(3_500_000);

    const wrong = signIn('wrong').getToken(`${sandbox.urls.azure}/.default`);
    await expect(wrong).rejects.toMatchObject({
      name: 'AuthenticationRequiredError',
      message: expect.stringContaining('AADSTS7000215'),
    });
    await expect(wrong).rejects.not.toThrow('wrong');
  });

  it('refuses requests without its own token, and knows one subscription and group', async () => {
    const noToken = new PostgreSQLManagementFlexibleServerClient(
      {
        getToken: async () => ({
          token: 'other',
          expiresOnTimestamp: Date.now() + 1e7,
        }),
      },
      identity.subscriptionId,
      connection(),
    );
    await expect(noToken.servers.get(group, server)).rejects.toMatchObject({
      statusCode: 401,
      code: 'InvalidAuthenticationToken',
    });
    await expect(
      postgres().servers.get('elsewhere', server),
    ).rejects.toMatchObject({
      statusCode: 404,
      code: 'ResourceGroupNotFound',
    });
    await expect(postgres().servers.get(group, 'none')).rejects.toMatchObject({
      statusCode: 404,
      code: 'ResourceNotFound',
    });
  });

  it('has the two servers that applications share, before their own', async () => {
    const names: string[] = [];
    for await (const { name } of postgres().servers.listByResourceGroup(group))
      names.push(name ?? '');
    expect(names.slice(0, 2)).toEqual([server, 'fabriqueprodserver']);

    expect(await postgres().servers.get(group.toUpperCase(), server)).toEqual(
      expect.objectContaining({
        id: `/subscriptions/${identity.subscriptionId}/resourceGroups/fabrique/providers/Microsoft.DBforPostgreSQL/flexibleServers/${server}`,
        state: 'Ready',
        administratorLogin: 'fabriqueadmin',
        fullyQualifiedDomainName: '127.0.0.1',
        version: '18',
        location: 'francecentral',
      }),
    );
  });

  it('makes a real database, where a role of its own works over TLS', async () => {
    const { databases, configurations } = postgres();
    const created = await databases.beginCreateAndWait(
      group,
      server,
      'autodevops_main',
      { charset: 'UTF8', collation: 'en_US.utf8' },
    );
    expect(created).toEqual(
      expect.objectContaining({
        name: 'autodevops_main',
        charset: 'UTF8',
        collation: 'en_US.utf8',
        type: 'Microsoft.DBforPostgreSQL/flexibleServers/databases',
      }),
    );
    // Again, as after a kill: the same end.
    await databases.beginCreateAndWait(group, server, 'autodevops_main', {});

    const admin = await connect(
      'fabriqueadmin',
      'sandbox-postgres-admin',
      'autodevops_main',
      { ca },
    );
    const { rows } = await admin.query(
      `SELECT pg_get_userbyid(datdba) AS owner, rolsuper, ssl
       FROM pg_database, pg_roles, pg_stat_ssl
       WHERE datname = current_database() AND rolname = current_user AND pid = pg_backend_pid()`,
    );
    expect(rows).toEqual([
      { owner: 'fabriqueadmin', rolsuper: false, ssl: true },
    ]);
    await admin.query(`CREATE ROLE user_main LOGIN PASSWORD 'secret-main'`);
    await admin.query(`GRANT CREATE ON DATABASE autodevops_main TO user_main`);
    await admin.query(`GRANT ALL ON SCHEMA public TO user_main`);

    await expect(admin.query('CREATE EXTENSION hstore')).rejects.toThrow(
      'extension "hstore" is not allow-listed',
    );
    await admin.query('CREATE EXTENSION pgcrypto');
    await admin.end();
    const allowed = await configurations.beginPutAndWait(
      group,
      server,
      'azure.extensions',
      { value: 'PGCRYPTO,HSTORE', source: 'user-override' },
    );
    expect(allowed).toEqual(
      expect.objectContaining({
        name: 'azure.extensions',
        value: 'PGCRYPTO,HSTORE',
        source: 'user-override',
      }),
    );

    const user = await connect('user_main', 'secret-main', 'autodevops_main', {
      ca,
    });
    await user.query('CREATE EXTENSION hstore');
    await user.query('CREATE TABLE visit (id int)');
    await user.query('INSERT INTO visit VALUES (1), (2)');
    await user.end();

    await expect(
      databases.beginCreateAndWait(group, server, 'a b', {}),
    ).rejects.toMatchObject({ statusCode: 400, code: 'InvalidParameterValue' });
    await expect(
      configurations.beginPutAndWait(group, server, 'azure.extensions', {
        value: 'TIMESCALEDB',
      }),
    ).rejects.toMatchObject({ statusCode: 400, code: 'InvalidParameterValue' });
  });

  it('makes a server with an administrator of its own, and removes it', async () => {
    const { servers, databases, firewallRules } = postgres();
    const creation = await servers.beginCreateOrUpdate(group, 'demodevserver', {
      location: 'francecentral',
      tags: { application: 'demo' },
      sku: { name: 'Standard_B1ms', tier: 'Burstable' },
      administratorLogin: 'demoadmin',
      administratorLoginPassword: 'secret-demo',
      version: '18',
      storage: { storageSizeGB: 64 },
    });
    const stateOf = async () =>
      (await servers.get(group, 'demodevserver')).state;
    const advance = (minutes: number) =>
      fetch(`${sandbox.urls.control}/_clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ advanceMs: minutes * 60_000 }),
      });
    await advance(7);
    expect(await stateOf()).toBe('Provisioning');
    await expect(
      servers.beginDeleteAndWait(group, 'demodevserver'),
    ).rejects.toMatchObject({ statusCode: 409, code: 'ServerBusy' });
    await advance(1);
    await creation.pollUntilDone();
    expect(await stateOf()).toBe('Ready');
    await databases.beginCreateAndWait(group, 'demodevserver', 'demo', {});
    await firewallRules.beginCreateOrUpdateAndWait(
      group,
      'demodevserver',
      'office',
      { startIpAddress: '192.0.2.1', endIpAddress: '192.0.2.9' },
    );
    const admin = await connect('demoadmin', 'secret-demo', 'demo');
    await admin.end();
    expect(await servers.get(group, 'demodevserver')).toEqual(
      expect.objectContaining({
        tags: { application: 'demo' },
        administratorLogin: 'demoadmin',
        storage: expect.objectContaining({ storageSizeGB: 64 }),
      }),
    );
    const rules: (string | undefined)[] = [];
    for await (const { name } of firewallRules.listByServer(
      group,
      'demodevserver',
    ))
      rules.push(name);
    expect(rules).toEqual(['office']);

    await servers.beginDeleteAndWait(group, 'demodevserver');
    await expect(
      connect('demoadmin', 'secret-demo', 'demo'),
    ).rejects.toMatchObject({ code: '3D000' });
  });

  it('reports an operation that failed', async () => {
    await inject({
      match: { method: 'GET', path: 'azureAsyncOperation' },
      fault: {
        kind: 'status',
        status: 200,
        body: {
          status: 'Failed',
          error: { code: 'ServerBusy', message: 'The server is busy.' },
        },
      },
      times: 1,
    });
    await expect(
      postgres().databases.beginCreateAndWait(group, server, 'never', {}),
    ).rejects.toThrow('The server is busy.');
  });

  it('makes a real storage account with containers, keys and tags', async () => {
    const { storageAccounts, blobContainers, blobServices } = storage();
    expect(
      await storageAccounts.checkNameAvailability({
        name: 'fabrique',
        type: 'Microsoft.Storage/storageAccounts',
      }),
    ).toEqual({
      nameAvailable: false,
      reason: 'AlreadyExists',
      message: 'The storage account named fabrique is already taken.',
    });
    const create = (name: string, location = 'francecentral') =>
      storageAccounts.create(group, name, {
        location,
        sku: { name: 'Standard_LRS' },
        kind: 'StorageV2',
        tags: { application: 'demo' },
        allowBlobPublicAccess: false,
        minimumTlsVersion: 'TLS1_2',
      });
    await expect(create('fabrique')).rejects.toMatchObject({
      statusCode: 409,
      code: 'StorageAccountAlreadyTaken',
    });
    await expect(create('No-Way')).rejects.toMatchObject({
      statusCode: 400,
      code: 'AccountNameInvalid',
    });

    const account = await create('demodev');
    expect(account).toEqual(
      expect.objectContaining({
        id: `/subscriptions/${identity.subscriptionId}/resourceGroups/fabrique/providers/Microsoft.Storage/storageAccounts/demodev`,
        tags: { application: 'demo' },
        kind: 'StorageV2',
        provisioningState: 'Succeeded',
        allowBlobPublicAccess: false,
      }),
    );
    expect(account.primaryEndpoints?.blob).toBe(`${sandbox.urls.blob}/demodev`);
    await expect(create('demodev', 'westeurope')).rejects.toMatchObject({
      statusCode: 409,
      code: 'InvalidResourceLocation',
    });

    const container = await blobContainers.create(group, 'demodev', 'uploads', {
      metadata: { application: 'demo' },
    });
    expect(container).toEqual(
      expect.objectContaining({
        name: 'uploads',
        publicAccess: 'None',
        metadata: { application: 'demo' },
      }),
    );
    await blobContainers.create(group, 'demodev', 'uploads', {});
    await expect(
      blobContainers.create(group, 'demodev', 'open', { publicAccess: 'Blob' }),
    ).rejects.toMatchObject({ code: 'PublicAccessNotPermitted' });
    await expect(
      blobContainers.get(group, 'demodev', 'missing'),
    ).rejects.toMatchObject({ statusCode: 404, code: 'ContainerNotFound' });

    await blobServices.setServiceProperties(group, 'demodev', {
      deleteRetentionPolicy: { enabled: true, days: 7 },
      cors: {
        corsRules: [
          {
            allowedOrigins: ['https://demo.fabrique.social.gouv.fr'],
            allowedMethods: ['GET', 'PUT'],
            allowedHeaders: ['*'],
            exposedHeaders: ['*'],
            maxAgeInSeconds: 3600,
          },
        ],
      },
    });

    const client = await openBlobs();
    await client
      .getContainerClient('uploads')
      .getBlockBlobClient('note.txt')
      .upload('bonjour', 7);
    expect(await client.getProperties()).toEqual(
      expect.objectContaining({
        deleteRetentionPolicy: expect.objectContaining({
          enabled: true,
          days: 7,
        }),
        cors: [
          expect.objectContaining({
            allowedOrigins: 'https://demo.fabrique.social.gouv.fr',
            allowedMethods: 'GET,PUT',
          }),
        ],
      }),
    );

    const [before] =
      (await storageAccounts.listKeys(group, 'demodev')).keys ?? [];
    const [after] =
      (
        await storageAccounts.regenerateKey(group, 'demodev', {
          keyName: 'key1',
        })
      ).keys ?? [];
    expect(after.value).not.toBe(before.value);
    await expect(client.getProperties()).rejects.toMatchObject({
      statusCode: 403,
    });
    expect(await readNote()).toBe('bonjour');
  });

  it('keeps everything over a restart, and goes on with what was under way', async () => {
    const poller = await postgres().databases.beginCreate(
      group,
      'fabriqueprodserver',
      'demo_prod',
      {},
    );
    expect(poller.isDone()).toBe(false);
    await sandbox.restart();

    await poller.pollUntilDone();
    const prod = await connect(
      'fabriqueadmin',
      'sandbox-postgres-admin',
      'demo_prod',
    );
    await prod.end();

    const user = await connect('user_main', 'secret-main', 'autodevops_main', {
      ca,
    });
    expect((await user.query('SELECT count(*)::int FROM visit')).rows).toEqual([
      { count: 2 },
    ]);
    await user.end();
    expect(await readNote()).toBe('bonjour');

    await storage().storageAccounts.delete(group, 'demodev');
    await expect(
      storage().storageAccounts.listKeys(group, 'demodev'),
    ).rejects.toMatchObject({ statusCode: 404, code: 'ResourceNotFound' });
    await postgres().databases.beginDeleteAndWait(
      group,
      server,
      'autodevops_main',
    );
    await expect(
      postgres().databases.get(group, server, 'autodevops_main'),
    ).rejects.toMatchObject({ statusCode: 404 });
  });
});
