import { toResourceName, toResourceTitle } from './toResourceName';

describe('toResourceName', () => {
  it.each([
    [
      'gitlab-variable',
      'gitlab-variable/SocialGouv/domifa/review/*/PGUSER,PGPASSWORD',
      'PGUSER, PGPASSWORD',
    ],
    ['nextcloud-folder', 'nextcloud/folder/Produits/DomiFa', 'Produits/DomiFa'],
    [
      'postgres-administrator',
      'azure-postgres/domifaprodserver/administrators/5b0e5a1c-3f0a-4a43-9d55-0c3f4e3a7a11',
      'domifaprodserver',
    ],
    ['postgres-server', 'azure-postgres/domifaprodserver', 'domifaprodserver'],
    [
      'tipimail-api-key',
      'tipimail/api-key/SocialGouv/domifa/prod',
      'SocialGouv/domifa',
    ],
    ['tipimail-domain', 'tipimail/domain/domifa.fr', 'domifa.fr'],
  ])('gives the name of a %s in no language', (type, key, name) => {
    expect(toResourceName({ type, key, title: 'words of the log' })).toBe(name);
  });

  it('gives what the ledger says of a type that it does not know', () => {
    expect(
      toResourceName({ type: 'queue', key: 'queue/a', title: 'queue a' }),
    ).toBe('queue a');
  });

  it('says what it is, in a language, of the types that it knows', () => {
    const site = {
      type: 'matomo-site',
      key: 'matomo/https://domifa.fr',
      title: 'Matomo site DomiFa',
    };
    expect(toResourceTitle(site, 'fr')).toBe('Site Matomo https://domifa.fr');
    expect(toResourceTitle(site, 'en')).toBe('Matomo site https://domifa.fr');
    expect(toResourceTitle({ ...site, type: 'queue' }, 'fr')).toBe(
      'Matomo site DomiFa',
    );
  });
});
