import express, { Request, Response, Router } from 'express';
import { NextcloudState } from './NextcloudState';
import {
  parseProperties,
  toDavError,
  toMultistatus,
  toTaken,
} from './propfind';

/** Folders and files of the account, over WebDAV. */
export function createDavRoutes(state: NextcloudState): Router {
  const router = Router();
  router.use(express.raw({ type: () => true, limit: '20mb' }));

  router.propfind('*', (req, res) => {
    const path = toPath(req);
    const node = state.find(path);
    if (!node) {
      refuseMissing(res, path);
      return;
    }
    const children =
      node.isFolder && req.header('depth') !== '0'
        ? state.listChildren(path)
        : [];
    res
      .status(207)
      .type('application/xml')
      .send(toMultistatus(state, [node, ...children], toText(req)));
  });

  router.proppatch('*', (req, res) => {
    const path = toPath(req);
    const node = state.find(path);
    if (!node) {
      refuseMissing(res, path);
      return;
    }
    const properties = parseProperties(toText(req));
    state.setProperties(path, properties);
    res
      .status(207)
      .type('application/xml')
      .send(toTaken(node, Object.keys(properties)));
  });

  router.mkcol('*', (req, res) => {
    const path = toPath(req);
    if (toText(req)) {
      refuse(
        res,
        415,
        'UnsupportedMediaType',
        'The request body is not allowed',
      );
    } else if (state.find(path)) {
      refuse(
        res,
        405,
        'MethodNotAllowed',
        'The resource you tried to create already exists',
      );
    } else if (!hasParent(state, path)) {
      refuse(res, 409, 'Conflict', 'Parent node does not exist');
    } else {
      state.put(path, true);
      res.status(201).end();
    }
  });

  router.put('*', (req, res) => {
    const path = toPath(req);
    if (!hasParent(state, path)) {
      refuse(
        res,
        409,
        'Conflict',
        'Files cannot be created in non-existent collections',
      );
      return;
    }
    const existed = state.find(path) !== undefined;
    state.put(path, false, Buffer.isBuffer(req.body) ? req.body.length : 0);
    res.status(existed ? 204 : 201).end();
  });

  router.delete('*', (req, res) => {
    const path = toPath(req);
    if (!path || !state.find(path)) {
      refuseMissing(res, path);
      return;
    }
    state.delete(path);
    res.status(204).end();
  });

  return router;
}

function toPath(req: Request): string {
  return req.path.split('/').filter(Boolean).map(decodeURIComponent).join('/');
}

function toText(req: Request): string {
  return Buffer.isBuffer(req.body) ? req.body.toString() : '';
}

function hasParent(state: NextcloudState, path: string): boolean {
  const parent = state.find(path.split('/').slice(0, -1).join('/'));
  return parent?.isFolder === true;
}

function refuse(
  res: Response,
  status: number,
  exception: string,
  message: string,
): void {
  res
    .status(status)
    .type('application/xml')
    .send(toDavError(exception, message));
}

function refuseMissing(res: Response, path: string): void {
  refuse(res, 404, 'NotFound', `File with name ${path} could not be located`);
}
