import { NextcloudView } from '@socialgouv/backstage-plugin-fabrique-common';

const gigabyte = 1024 ** 3;

const base = {
  path: 'Produits/DomiFa',
  url: 'https://tool.example/f/7',
  sizeBytes: 1.2 * gigabyte,
  quota: { usedBytes: 1.2 * gigabyte, limitBytes: 5 * gigabyte },
  entryCount: 7,
  entries: [
    {
      name: 'Comptes rendus',
      isFolder: true,
      modifiedAt: '2026-11-20T10:00:00Z',
      sizeBytes: 52_428_800,
      url: 'https://tool.example/f/8',
    },
    {
      name: 'Feuille de route 2027.odp',
      isFolder: false,
      modifiedAt: '2026-11-18T09:00:00Z',
      sizeBytes: 3_145_728,
      url: 'https://tool.example/f/9',
    },
  ],
  members: [
    { name: 'DomiFa', kind: 'group', canEdit: true },
    { name: 'Camille Martin', kind: 'user', canEdit: true },
  ],
} satisfies NextcloudView;

export const nextcloudViews = {
  ok: base,
  empty: {
    path: 'Produits/DomiFa',
    url: 'https://tool.example/f/7',
    sizeBytes: 0,
    entryCount: 0,
    entries: [],
    members: [],
  },
  nearlyFull: {
    ...base,
    quota: { usedBytes: 4.65 * gigabyte, limitBytes: 5 * gigabyte },
    members: [
      { name: 'DomiFa', kind: 'group', canEdit: true },
      { name: 'Direction', kind: 'group', canEdit: false },
      { name: 'Camille Martin', kind: 'user', canEdit: false },
      { name: 'Alex Petit', kind: 'user', canEdit: true },
      { name: 'Sacha Roux', kind: 'other', canEdit: true },
      { name: '', kind: 'link', canEdit: false },
    ],
  },
  unknown: {
    ...base,
    sizeBytes: undefined,
    quota: undefined,
    members: undefined,
    entryCount: 1,
    entries: [
      {
        name: 'Nouveau',
        isFolder: true,
        url: 'https://tool.example/f/10',
      },
    ],
  },
} satisfies Record<string, NextcloudView>;
