import { Express, Request } from 'express';
import { toFraction } from '../../fleet/stableNoise';
import {
  GrafanaDashboard,
  GrafanaFolder,
  GrafanaState,
  toSlug,
} from './GrafanaState';
import { readList } from './readList';

const defaultLimit = 1000;
const largestLimit = 5000;

const toUrl = ({ uid, slug }: GrafanaDashboard) => `/d/${uid}/${slug}`;
const toFolderUrl = ({ uid, title }: GrafanaFolder) =>
  `/dashboards/f/${uid}/${toSlug(title)}`;

/** An identifier as Grafana makes one. */
const createUid = (title: string, count: number) =>
  `d${Math.floor(toFraction(title, count) * 2 ** 32).toString(36)}${count}`;

function toHits(state: GrafanaState, req: Request): object[] {
  const { query, type } = req.query;
  const text = typeof query === 'string' ? query.toLowerCase() : '';
  const tags = readList(req.query.tag);
  const folderUids = readList(req.query.folderUIDs);
  const uids = readList(req.query.dashboardUIDs);
  const folders = new Map(state.folders.map(each => [each.uid, each]));

  const folderHits =
    type === 'dash-db' || tags.length > 0 || uids.length > 0
      ? []
      : state.folders
          .filter(({ title }) => title.toLowerCase().includes(text))
          .map(folder => ({
            id: folder.id,
            uid: folder.uid,
            title: folder.title,
            uri: `db/${toSlug(folder.title)}`,
            url: toFolderUrl(folder),
            slug: '',
            type: 'dash-folder',
            tags: [],
            isStarred: false,
            sortMeta: 0,
          }));
  if (type === 'dash-folder') return folderHits;

  const dashboardHits = state.dashboards
    .filter(
      dashboard =>
        dashboard.title.toLowerCase().includes(text) &&
        tags.every(tag => dashboard.tags.includes(tag)) &&
        (uids.length === 0 || uids.includes(dashboard.uid)) &&
        (folderUids.length === 0 ||
          folderUids.includes(dashboard.folderUid ?? 'general')),
    )
    .map(dashboard => {
      const folder = folders.get(dashboard.folderUid ?? '');
      return {
        id: dashboard.id,
        uid: dashboard.uid,
        title: dashboard.title,
        uri: `db/${dashboard.slug}`,
        url: toUrl(dashboard),
        slug: '',
        type: 'dash-db',
        tags: dashboard.tags,
        isStarred: false,
        sortMeta: 0,
        ...(folder && {
          folderId: folder.id,
          folderUid: folder.uid,
          folderTitle: folder.title,
          folderUrl: toFolderUrl(folder),
        }),
      };
    });
  return [...folderHits, ...dashboardHits];
}

/** Search, dashboards and folders. */
export function addDashboardRoutes(app: Express, state: GrafanaState): void {
  app.get('/api/search', (req, res) => {
    const limit = Math.min(
      Number(req.query.limit) || defaultLimit,
      largestLimit,
    );
    const from = (Math.max(Number(req.query.page) || 1, 1) - 1) * limit;
    res.json(toHits(state, req).slice(from, from + limit));
  });

  app.get('/api/dashboards/uid/:uid', (req, res) => {
    const dashboard = state.findDashboard(req.params.uid);
    if (!dashboard) {
      res.status(404).json({
        message: 'Dashboard not found',
        messageId: 'dashboard.not-found',
        statusCode: 404,
      });
      return;
    }
    const folder = state.folders.find(({ uid }) => uid === dashboard.folderUid);
    res.json({
      meta: {
        type: 'db',
        canSave: true,
        canEdit: true,
        canAdmin: false,
        canStar: true,
        canDelete: true,
        slug: dashboard.slug,
        url: toUrl(dashboard),
        version: 1,
        isFolder: false,
        folderUid: folder?.uid ?? '',
        folderTitle: folder?.title ?? 'General',
        folderUrl: folder ? toFolderUrl(folder) : '',
        provisioned: false,
      },
      dashboard: {
        id: dashboard.id,
        uid: dashboard.uid,
        title: dashboard.title,
        tags: dashboard.tags,
        panels: [],
        schemaVersion: 41,
        version: 1,
        ...dashboard.model,
      },
    });
  });
  app.post('/api/dashboards/db', (req, res) => {
    const { dashboard, folderUid, overwrite } = req.body as {
      dashboard?: {
        id?: unknown;
        uid?: string;
        title?: string;
        tags?: string[];
      };
      folderUid?: string;
      overwrite?: boolean;
    };
    if (!dashboard?.title) {
      res.status(400).json({
        message: 'Dashboard title cannot be empty',
        status: 'empty-name',
      });
      return;
    }
    const { title, tags = [] } = dashboard;
    if (folderUid && !state.folders.some(({ uid }) => uid === folderUid)) {
      res
        .status(400)
        .json({ message: 'folder not found', status: 'not-found' });
      return;
    }
    const uid = dashboard.uid ?? createUid(title, state.dashboards.length);
    if (state.findDashboard(uid) && !overwrite) {
      res.status(412).json({
        message: 'The dashboard has been changed by someone else',
        status: 'version-mismatch',
      });
      return;
    }
    const slug = toSlug(title);
    const { id: _id, ...model } = dashboard;
    const created = state.putDashboard({
      uid,
      title,
      slug,
      tags,
      folderUid,
      model,
    });
    res.json({
      id: created.id,
      uid,
      url: toUrl(created),
      slug,
      status: 'success',
      version: 1,
      folderUid: folderUid ?? '',
    });
  });
  app.delete('/api/dashboards/uid/:uid', (req, res) => {
    const dashboard = state.findDashboard(req.params.uid);
    if (dashboard && state.deleteDashboard(dashboard.uid)) {
      res.json({
        title: dashboard.title,
        message: `Dashboard ${dashboard.title} deleted`,
        uid: dashboard.uid,
      });
      return;
    }
    res.status(dashboard ? 400 : 404).json({
      message: dashboard
        ? 'provisioned dashboard cannot be deleted'
        : 'Dashboard not found',
    });
  });

  app.get('/api/folders', (_req, res) => {
    res.json(state.folders.map(({ id, uid, title }) => ({ id, uid, title })));
  });
  app.get('/api/folders/:uid', (req, res) => {
    const folder = state.folders.find(({ uid }) => uid === req.params.uid);
    if (folder) res.json({ ...folder, url: toFolderUrl(folder) });
    else res.status(404).json({ message: 'folder not found' });
  });
  app.post('/api/folders', (req, res) => {
    const { title, uid } = req.body as { title?: string; uid?: string };
    if (!title) {
      res.status(400).json({ message: 'folder title cannot be empty' });
      return;
    }
    const folderUid = uid ?? toSlug(title);
    if (state.folders.some(each => each.uid === folderUid)) {
      res.status(409).json({
        message:
          'a folder with the same name already exists in the current location',
      });
      return;
    }
    const folder = state.putFolder(folderUid, title);
    res.json({ ...folder, url: toFolderUrl(folder) });
  });
  app.delete('/api/folders/:uid', (req, res) => {
    const { uid } = req.params;
    const holdsRules = state.rules.list().some(rule => rule.folderUID === uid);
    if (holdsRules && req.query.forceDeleteRules !== 'true') {
      res.status(400).json({
        message: 'folder cannot be deleted: folder contains alert rules',
      });
    } else if (state.deleteFolder(uid)) {
      res.json({ message: 'Folder deleted' });
    } else {
      res.status(404).json({ message: 'folder not found' });
    }
  });
}
