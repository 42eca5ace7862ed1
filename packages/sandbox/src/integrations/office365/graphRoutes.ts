import express, { Request, Response, Router } from 'express';
import { randomUUID } from 'crypto';
import { SandboxContext } from '../../kernel/Facade';
import { GraphGroup, GraphState, GraphUser } from './GraphState';
import { refuse, select, sendList } from './graphLists';

/** Groups and users of Microsoft Graph, version 1.0. */
export function createGraphRoutes(
  context: SandboxContext,
  state: GraphState,
): Router {
  const router = Router();
  router.use(express.json());

  const withGroup =
    (answer: (group: GraphGroup, req: Request, res: Response) => void) =>
    (req: Request, res: Response) => {
      const group = state.groups.get(req.params.id);
      if (group) answer(group, req, res);
      else refuseMissing(res, req.params.id);
    };
  const usersOf = (ids: string[]) =>
    ids.flatMap(id => toPublicUser(state.users.get(id)) ?? []);

  router.get('/groups', (req, res) => {
    sendList(context, req, res, state.groups.list().map(toPublicGroup));
  });
  router.post('/groups', (req, res) => {
    const { displayName, mailNickname, groupTypes = [] } = req.body;
    const people = {
      owners: toIds(req.body['owners@odata.bind']),
      members: toIds(req.body['members@odata.bind']),
    };
    const isTaken = state.groups
      .list()
      .some(other => other.mailNickname === mailNickname);
    const unknown = [...people.owners, ...people.members].find(
      id => !state.users.get(id),
    );
    if (isTaken) {
      refuse(
        res,
        400,
        'Request_BadRequest',
        'Another object with the same value for property mailNickname already exists.',
      );
      return;
    }
    if (unknown) {
      refuseMissing(res, unknown);
      return;
    }
    if (!displayName || !mailNickname) {
      refuse(
        res,
        400,
        'Request_BadRequest',
        "A value without a type name was found: 'displayName', 'mailNickname'.",
      );
      return;
    }
    const id = randomUUID();
    const group = state.groups.put(id, {
      id,
      displayName,
      mail: `${mailNickname}@fabrique.social.gouv.fr`,
      mailEnabled: req.body.mailEnabled === true,
      mailNickname,
      securityEnabled: req.body.securityEnabled === true,
      groupTypes,
      description: req.body.description,
      createdDateTime: state.now().toISOString(),
      ...people,
    });
    res.status(201).json(toPublicGroup(group));
  });
  router.get(
    '/groups/:id',
    withGroup((group, req, res) => {
      res.json(select(toPublicGroup(group), req));
    }),
  );
  router.patch(
    '/groups/:id',
    withGroup((group, req, res) => {
      const { description = group.description } = req.body;
      state.groups.put(group.id, { ...group, description });
      res.status(204).end();
    }),
  );
  router.delete(
    '/groups/:id',
    withGroup((group, _req, res) => {
      state.groups.delete(group.id);
      res.status(204).end();
    }),
  );
  router.get(
    '/groups/:id/members/[$]count',
    withGroup((group, req, res) => {
      if (req.header('consistencylevel') !== 'eventual') {
        refuse(
          res,
          400,
          'Request_BadRequest',
          '$count is not currently supported without ConsistencyLevel: eventual.',
        );
        return;
      }
      res.type('text/plain').send(String(group.members.length));
    }),
  );
  for (const relation of ['members', 'owners'] as const) {
    router.get(
      `/groups/:id/${relation}`,
      withGroup((group, req, res) => {
        sendList(context, req, res, usersOf(group[relation]));
      }),
    );
    router.post(
      `/groups/:id/${relation}/[$]ref`,
      withGroup((group, req, res) => {
        const [id] = toIds([req.body['@odata.id']]);
        if (!state.users.get(id)) {
          refuseMissing(res, id);
          return;
        }
        if (group[relation].includes(id)) {
          refuse(
            res,
            400,
            'Request_BadRequest',
            `One or more added object references already exist for the following modified properties: '${relation}'.`,
          );
          return;
        }
        state.groups.put(group.id, {
          ...group,
          [relation]: [...group[relation], id],
        });
        res.status(204).end();
      }),
    );
  }

  router.get('/users', (req, res) => {
    const users = state.users.list().map(user => toPublicUser(user)!);
    sendList(context, req, res, users);
  });
  router.get('/users/:id/mailboxSettings', (req, res) => {
    const user = state.users.get(req.params.id);
    if (user) res.json({ userPurpose: user.userPurpose });
    else refuseMissing(res, req.params.id);
  });

  return router;
}

/** Ids at the end of addresses: `https://graph.microsoft.com/v1.0/users/…`. */
function toIds(addresses: unknown): string[] {
  return Array.isArray(addresses)
    ? addresses.map(address => String(address).split('/').at(-1)!)
    : [];
}

function refuseMissing(res: Response, id: string): void {
  refuse(
    res,
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );
}

function toPublicGroup(group: GraphGroup) {
  const { members, owners, ...rest } = group;
  return rest;
}

function toPublicUser(user: GraphUser | undefined) {
  if (!user) return undefined;
  const { userPurpose, ...rest } = user;
  return { ...rest, userPrincipalName: user.mail };
}
