import { addSite } from './addSite';

const file = `# Ce que surveille UppTime.
owner: SocialGouv
repo: upptime

sites:
  # Produits
  - name: DomiFa
    url: https://domifa.fabrique.social.gouv.fr/ # la page d'accueil
  - name: "Egapro"
    url: https://egapro.travail.gouv.fr

status-website:
  name: Disponibilité
`;

describe('addSite', () => {
  it('adds a site after the others, and keeps comments and quotes', () => {
    const changed = addSite(file, {
      name: 'Mon application',
      url: 'https://mon-app.fabrique.social.gouv.fr',
      expectedStatusCodes: [200, 401],
    });
    expect(changed).toBe(
      file.replace(
        'gouv.fr\n\nstatus',
        `gouv.fr
  - name: Mon application
    url: https://mon-app.fabrique.social.gouv.fr
    expectedStatusCodes:
      - 200
      - 401

status`,
      ),
    );
  });

  it('leaves a site of the same address alone', () => {
    const url = 'https://DOMIFA.fabrique.social.gouv.fr';
    expect(addSite(file, { name: 'x', url })).toBe(file);
  });

  it.each([
    ['owner: x\n', 'it has no list of sites'],
    ['sites: [\n', 'cannot be changed: '],
  ])('says why %j cannot be changed', (text, message) => {
    expect(() => addSite(text, { name: 'x', url: 'https://x' })).toThrow(
      message,
    );
  });
});
