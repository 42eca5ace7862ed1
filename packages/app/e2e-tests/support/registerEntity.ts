import { APIRequestContext, expect } from '@playwright/test';
import { signInAsGuest } from './portal';
import { sandboxUrl } from './sandbox';

/**
 * Puts a repository with a catalog-info.yaml on the sandbox's GitHub and registers it, as the catalog's
 * page *Register existing component* does.
 */
export async function registerEntity(
  request: APIRequestContext,
  name: string,
  catalogInfo: string,
  github = sandboxUrl('01'),
): Promise<void> {
  const asGithub = { authorization: 'Bearer sandbox-github-token' };
  const repository = await request.post(
    `${github}/api/v3/orgs/SocialGouv/repos`,
    {
      headers: asGithub,
      data: { name, auto_init: true },
    },
  );
  expect(repository.status(), await repository.text()).toBe(201);
  const file = await request.put(
    `${github}/api/v3/repos/SocialGouv/${name}/contents/catalog-info.yaml`,
    {
      headers: asGithub,
      data: {
        message: 'Décrit le composant',
        content: Buffer.from(catalogInfo).toString('base64'),
      },
    },
  );
  expect(file.status(), await file.text()).toBe(201);
  const location = await request.post('/api/catalog/locations', {
    headers: await signInAsGuest(request),
    data: {
      type: 'url',
      target: `${github}/SocialGouv/${name}/blob/main/catalog-info.yaml`,
    },
  });
  expect(location.status(), await location.text()).toBe(201);
}
