import { ComponentLinks } from '@socialgouv/backstage-plugin-fabrique-common';
import { ServiceLinksCollatorFactory } from './ServiceLinksCollatorFactory';

const domifa: ComponentLinks = {
  entityRef: 'component:default/domifa',
  title: 'DomiFa',
  owner: 'group:default/domifa',
  links: [
    { service: 'sentry', value: 'domifa-backend' },
    { service: 'upptime', value: 'domifa.fabrique.social.gouv.fr' },
  ],
};
const vao = { ...domifa, entityRef: 'component:x/vao', links: [] };

async function collect(factory: ServiceLinksCollatorFactory) {
  const documents = [];
  for await (const document of await factory.getCollator()) {
    documents.push(document);
  }
  return documents;
}

describe('ServiceLinksCollatorFactory', () => {
  it('makes documents of all pages, each with its entity and all parts of its names', async () => {
    const pages = [
      { components: [domifa], nextCursor: 'next' },
      { components: [vao] },
    ];
    const asked: (string | undefined)[] = [];
    const factory = new ServiceLinksCollatorFactory({
      async readPage(cursor) {
        asked.push(cursor);
        return pages[asked.length - 1];
      },
    });
    expect(await collect(factory)).toEqual([
      {
        ...domifa,
        text: 'domifa domifa-backend domifa.fabrique.social.gouv.fr domifa fabrique social gouv fr',
        location: '/catalog/default/component/domifa',
        authorization: { resourceRef: 'component:default/domifa' },
      },
      {
        ...vao,
        text: 'vao',
        location: '/catalog/x/component/vao',
        authorization: { resourceRef: 'component:x/vao' },
      },
    ]);
    expect(asked).toEqual([undefined, 'next']);
    expect(factory.visibilityPermission.name).toBe('catalog.entity.read');
  });

  it('breaks off when the fabrique backend does, so that what was found before stays', async () => {
    const factory = new ServiceLinksCollatorFactory({
      readPage: async cursor => {
        if (cursor) throw new Error('The fabrique backend is down');
        return { components: [domifa], nextCursor: 'next' };
      },
    });
    await expect(collect(factory)).rejects.toThrow('is down');
  });
});
