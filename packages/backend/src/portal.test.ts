import { Entity } from '@backstage/catalog-model';
import {
  integrationAnnotations,
  IntegrationId,
  integrationIds,
} from '@socialgouv/backstage-plugin-fabrique-common';
import { toUpstreams } from './__testUtils__/failureTable/upstreams';
import { findOthers } from './__testUtils__/failureTable/judgeReading';
import { KeptAnswers } from './__testUtils__/portal/KeptAnswers';
import { Portal, startPortal } from './__testUtils__/portal/startPortal';
import { Services, startServices } from './__testUtils__/portal/startServices';
import { watchPeers } from './__testUtils__/portal/watchPeers';

jest.setTimeout(120_000);

/** Everything but the time of day goes on as usual. */
const timers = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
] as const;

describe('the portal, against the sandbox', () => {
  let services: Services;
  let entity: Entity;
  const start = (of: Entity = entity): Promise<Portal> =>
    startPortal({
      config: services.config,
      entity: of,
      cache: new KeptAnswers(),
    });

  beforeAll(async () => {
    services = await startServices();
    entity = await services.readEntity('domifa');
    // Loads the SDKs, which takes longer than any answer.
    const portal = await start();
    await portal.readSettled(integrationIds);
    await portal.stop();
  });
  afterEach(async () => {
    jest.useRealTimers();
    await services.heal();
  });
  afterAll(() => services?.stop());

  /** What each upstream is asked while so many people look at one page for a minute. */
  async function countCalls(viewers: number): Promise<Record<string, number>> {
    const portal = await start();
    const openedAt = Date.now();
    jest.useFakeTimers({ doNotFake: [...timers] });
    await services.takeCalls();
    for (let seconds = 0; seconds <= 60; seconds += 5) {
      jest.setSystemTime(openedAt + seconds * 1_000);
      await Promise.all(
        Array.from({ length: viewers }, () => portal.readOverview()),
      );
      await portal.readSettled(integrationIds);
      await waitForRenewals(portal);
    }
    jest.useRealTimers();
    await portal.stop();
    return services.takeCalls();
  }

  it('case 5: 50 viewers of one entity for a minute cost an upstream no more than one', async () => {
    const [one, fifty] = [await countCalls(1), await countCalls(50)];

    expect(fifty).toEqual(one);
    // What a page must ask again within the minute, it did: 15 s is how long Kubernetes counts as fresh.
    expect(one['kubernetes-prod']).toBe(5 * 6);
    expect(Object.keys(one)).toEqual(
      expect.arrayContaining(integrationIds.flatMap(toUpstreams)),
    );
  });

  /** Milliseconds after which each of these cards is there, in a portal that knows nothing yet. */
  async function openPage(
    ids: IntegrationId[],
  ): Promise<Record<string, number>> {
    const portal = await start();
    const openedAt = Date.now();
    const times: Record<string, number> = {};
    while (ids.some(id => !(id in times)) && Date.now() < openedAt + 20_000) {
      const { overview } = await portal.readOverview();
      for (const id of ids) {
        if (overview.services[id].state === 'ok') {
          times[id] ??= Date.now() - openedAt;
        }
      }
    }
    await portal.stop();
    return times;
  }

  /** The shortest of three: what else the machine does only adds to it. */
  async function readCardTimes(
    ids: IntegrationId[],
  ): Promise<Record<string, number>> {
    const runs = [
      await openPage(ids),
      await openPage(ids),
      await openPage(ids),
    ];
    return Object.fromEntries(
      ids.map(id => [
        id,
        Math.min(...runs.map(times => times[id] ?? Infinity)),
      ]),
    );
  }

  let normal: Record<string, number>;

  it.each(integrationIds)(
    'case 15: %s hangs for 30 s, and every other card is there in its normal time',
    async hanging => {
      normal ??= await readCardTimes(integrationIds);
      for (const upstream of toUpstreams(hanging)) {
        await services.inject(upstream, { kind: 'hang' });
      }
      const others = findOthers(hanging);
      const times = await readCardTimes(others);

      // A card that waited for the hanging one would be there after its time-out of 10 s at the earliest;
      // less than that is a busy machine.
      const late = others.filter(id => times[id] > normal[id] + 6_000);
      expect(late.map(id => [id, normal[id], times[id]])).toEqual([]);
    },
  );

  /** The entity with other values in all annotations that the services read. */
  function withAnnotations(value: string): Entity {
    const { annotations = {} } = entity.metadata;
    const links = Object.values(integrationAnnotations)
      .flat()
      .filter(({ name }) => name in annotations)
      .map(({ name }) => [name, value]);
    return {
      ...entity,
      metadata: {
        ...entity.metadata,
        annotations: { ...annotations, ...Object.fromEntries(links) },
      },
    };
  }

  /** Reads every service of an entity, and lists what the portal spoke to, or looked up. */
  async function listPeers(
    of: Entity,
  ): Promise<{ hosts: string[]; ports: number[] }> {
    const portal = await start(of);
    const { hosts, ports } = await watchPeers(() =>
      portal.readSettled(integrationIds),
    );
    await portal.stop();
    // The questions of this test itself.
    hosts.delete('localhost');
    ports.delete(portal.port);
    return { hosts: [...hosts], ports: [...ports] };
  }

  it('speaks to the configured hosts, as the next test can see', async () => {
    const { hosts, ports } = await listPeers(entity);
    expect(hosts).toEqual([]);
    // Of those to which no connection was open yet.
    expect(ports.length).toBeGreaterThan(0);
    expect(services.ports).toEqual(expect.arrayContaining(ports));
  });

  it.each([
    'evil.example.com',
    '//evil.example.com/x',
    'x@evil.example.com',
    'evil.example.com#?x',
    'evil.example.com/evil',
    '../../../evil.example.com',
    '%2f%2fevil.example.com',
    '127.0.0.1:1/x',
  ])(
    'case 7: %s in the annotations becomes no host that is spoken to',
    async value => {
      const { hosts, ports } = await listPeers(withAnnotations(value));
      expect(hosts).toEqual([]);
      expect(services.ports).toEqual(expect.arrayContaining(ports));
    },
  );
});

async function waitForRenewals(portal: Portal): Promise<void> {
  for (;;) {
    const { overview } = await portal.readOverview();
    const isRenewing = Object.values(overview.services).some(
      result => 'renewing' in result && result.renewing,
    );
    if (!isRenewing) return;
  }
}
