import { HttpAuthService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import express from 'express';
import Router from 'express-promise-router';
import { z } from 'zod/v4';
import { NameRegister } from './NameRegister';

/** What all systems take; how a name has to be chosen is the form's matter. */
const Name = z.string().regex(/^[a-z0-9]([a-z0-9-]{0,98}[a-z0-9])?$/);

const GroupRef = z
  .string()
  .regex(
    /^(group:)?([A-Za-z0-9._-]{1,63}\/)?[A-Za-z0-9._-]{1,63}$/i,
    'must be the reference of a group',
  )
  .transform(ref =>
    stringifyEntityRef(parseEntityRef(ref, { defaultKind: 'group' })),
  );

const AvailabilityQuery = z.strictObject({ owner: GroupRef.optional() });

/** Makes the routes about names of applications, for people who are signed in. */
export function createNamesRouter(options: {
  httpAuth: HttpAuthService;
  register: NameRegister;
}): express.Router {
  const router = Router();

  router.get('/v1/names/:name/availability', async (request, response) => {
    const credentials = await options.httpAuth.credentials(request);
    const name = Name.safeParse(request.params.name);
    if (!name.success) throw new InputError(z.prettifyError(name.error));
    const query = AvailabilityQuery.safeParse(request.query);
    if (!query.success) throw new InputError(z.prettifyError(query.error));
    response.json(
      await options.register.check(
        { name: name.data, owner: query.data.owner },
        credentials,
      ),
    );
  });

  return router;
}
