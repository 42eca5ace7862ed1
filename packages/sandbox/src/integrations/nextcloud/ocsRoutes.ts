import express, { Response, Router } from 'express';
import { teams } from '../../fleet/fleet';
import { people } from '../../fleet/seedPeople';
import { toGroupName } from './seedNextcloud';
import { NextcloudShare, NextcloudState, TeamFolder } from './NextcloudState';

/** Whom folders are shared with: the newer OCS, whose codes are those of HTTP. */
export function createShareRoutes(state: NextcloudState): Router {
  const router = Router();
  router.use(express.json(), express.urlencoded({ extended: false }));

  router.get('/shares', (req, res) => {
    const path = toPath(req.query.path);
    if (path && !state.find(path)) {
      send(res, 404, [], 'Wrong path, file/folder does not exist', 404);
      return;
    }
    const shares = state.shares
      .list()
      .filter(share => !path || share.path === path);
    send(res, 200, shares.map(toShare));
  });

  router.post('/shares', (req, res) => {
    const { shareType, shareWith, permissions } = req.body;
    const path = toPath(req.body.path);
    const name = toName(Number(shareType), shareWith);
    if (!path || !state.find(path)) {
      send(res, 404, [], 'Wrong path, file/folder does not exist', 404);
    } else if (name === undefined) {
      send(res, 404, [], 'Please specify a valid account to share with', 404);
    } else {
      const share = state.addShare({
        path,
        shareType: Number(shareType),
        shareWith: name && shareWith,
        displayName: name,
        permissions: Number(permissions ?? 31),
      });
      send(res, 200, toShare(share));
    }
  });

  router.delete('/shares/:id', (req, res) => {
    if (state.shares.delete(req.params.id)) send(res, 200, []);
    else send(res, 404, [], 'Wrong share ID, share does not exist', 404);
  });

  return router;
}

/** Team folders: the older OCS, which says no with HTTP 200. */
export function createTeamFolderRoutes(state: NextcloudState): Router {
  const router = Router();
  router.get('/folders', (_req, res) => {
    const folders = state.teamFolders
      .list()
      .map(folder => [folder.id, toTeamFolder(state, folder)] as const);
    send(res, 100, Object.fromEntries(folders));
  });
  router.get('/folders/:id', (req, res) => {
    const folder = state.teamFolders.get(req.params.id);
    if (folder) send(res, 100, toTeamFolder(state, folder));
    else send(res, 404, [], 'Groupfolder not found');
  });
  return router;
}

/** The envelope of OCS. */
export function send(
  res: Response,
  statuscode: number,
  data: unknown,
  message = 'OK',
  httpStatus = 200,
): void {
  const isGood = statuscode === 100 || statuscode === 200;
  res.status(httpStatus).json({
    ocs: {
      meta: { status: isGood ? 'ok' : 'failure', statuscode, message },
      data,
    },
  });
}

function toPath(value: unknown): string {
  return String(value ?? '').replace(/^\/+|\/+$/g, '');
}

/** Null for a public link, which is for nobody in particular; undefined for nobody who is known. */
function toName(
  shareType: number,
  shareWith?: string,
): string | null | undefined {
  if (shareType === 3) return null;
  if (shareType === 1)
    return teams.filter(team => team === shareWith).map(toGroupName)[0];
  return people.find(({ name }) => name === shareWith)?.displayName;
}

function toShare(share: NextcloudShare) {
  return {
    id: String(share.id),
    share_type: share.shareType,
    uid_owner: 'portail',
    displayname_owner: 'Portail de la Fabrique',
    permissions: share.permissions,
    path: `/${share.path}`,
    item_type: 'folder',
    share_with: share.shareWith,
    share_with_displayname: share.displayName,
  };
}

function toTeamFolder(state: NextcloudState, folder: TeamFolder) {
  const { id, mountPoint, groups, quotaBytes } = folder;
  return {
    id,
    mount_point: mountPoint,
    quota: quotaBytes,
    acl: false,
    size: state
      .listBelow(mountPoint)
      .reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    groups,
    group_details: Object.fromEntries(
      Object.entries(groups).map(([group, permissions]) => [
        group,
        { displayName: toGroupName(group), permissions, type: 'group' },
      ]),
    ),
    manage: [],
  };
}
