import { NextcloudNode } from '@socialgouv/backstage-plugin-fabrique-node';
import { toNextcloudView } from './toNextcloudView';

const root = '/remote.php/dav/files/portail/Produits/%C3%89tudes';

const node = (
  path: string,
  properties: Partial<NextcloudNode['properties']>,
): NextcloudNode => ({
  href: `${root}${path}`,
  properties: {
    getlastmodified: 'Fri, 20 Nov 2026 09:00:00 GMT',
    resourcetype: '',
    ...properties,
  },
});

const folder = node('/', {
  resourcetype: { collection: '' },
  fileid: '7',
  size: 1234,
  'quota-used-bytes': 900,
  'quota-available-bytes': 100,
});

const base = {
  baseUrl: 'https://nextcloud.example',
  path: 'Produits/Études',
};

describe('toNextcloudView', () => {
  it('maps a folder, what changed last in it, and its members', () => {
    expect(
      toNextcloudView({
        ...base,
        folder,
        entries: [
          node('/100%25/', {
            resourcetype: { collection: '' },
            fileid: '8',
            size: 1000,
          }),
          node('/R%C3%A9union%20#1.odt', {
            getlastmodified: 'Fri, 20 Nov 2026 10:30:00 GMT',
            fileid: '9',
            size: 234,
          }),
          node('/100%', { fileid: null, size: -1, getlastmodified: 'soon' }),
        ],
        teamFolder: {
          groups: { domifa: 31, sre: 1 },
          group_details: { domifa: { displayName: 'DomiFa', permissions: 31 } },
        },
        shares: [
          {
            share_type: 0,
            share_with: 'camille.martin',
            share_with_displayname: 'Camille Martin',
            permissions: 19,
          },
          { share_type: 3, share_with: null, permissions: 17 },
          { share_type: 7, share_with: 'cercle', permissions: 1 },
        ],
      }),
    ).toEqual({
      path: 'Produits/Études',
      url: 'https://nextcloud.example/f/7',
      sizeBytes: 1234,
      quota: { usedBytes: 900, limitBytes: 1000 },
      entryCount: 3,
      entries: [
        {
          name: 'Réunion #1.odt',
          isFolder: false,
          modifiedAt: '2026-11-20T10:30:00.000Z',
          sizeBytes: 234,
          url: 'https://nextcloud.example/f/9',
        },
        {
          name: '100%',
          isFolder: true,
          modifiedAt: '2026-11-20T09:00:00.000Z',
          sizeBytes: 1000,
          url: 'https://nextcloud.example/f/8',
        },
        {
          name: '100%',
          isFolder: false,
          modifiedAt: undefined,
          sizeBytes: undefined,
          url: 'https://nextcloud.example',
        },
      ],
      members: [
        { name: 'DomiFa', kind: 'group', canEdit: true },
        { name: 'sre', kind: 'group', canEdit: false },
        { name: 'Camille Martin', kind: 'user', canEdit: true },
        { name: '', kind: 'link', canEdit: false },
        { name: 'cercle', kind: 'other', canEdit: false },
      ],
    });
  });

  it('shows the five newest of many, and counts all', () => {
    const { entries, entryCount } = toNextcloudView({
      ...base,
      folder,
      entries: Array.from({ length: 12 }, (_, index) =>
        node(`/${index}`, {
          getlastmodified: new Date(
            Date.UTC(2026, 10, 1 + index),
          ).toUTCString(),
        }),
      ),
      shares: [],
    });
    expect(entryCount).toBe(12);
    expect(entries.map(({ name }) => name)).toEqual([
      '11',
      '10',
      '9',
      '8',
      '7',
    ]);
  });

  it.each([
    { 'quota-available-bytes': -3 },
    { 'quota-available-bytes': null },
    { 'quota-used-bytes': undefined },
    { 'quota-used-bytes': 0, 'quota-available-bytes': 0 },
  ])('knows no quota with %j, and no members that nobody told', odd => {
    const view = toNextcloudView({
      ...base,
      folder: node('/', { ...folder.properties, ...odd, size: -1 }),
      entries: [],
    });
    expect(view).toMatchObject({ quota: undefined, members: undefined });
    expect(view.sizeBytes).toBeUndefined();
  });
});
