import { teams } from './fleet';

/** Someone of the seeded organization: a user of the catalog, and of GitHub. */
export interface Person {
  /** Name of the catalog user; GitHub's login has a hyphen for the dot. */
  name: string;
  displayName: string;
  email: string;
  login: string;
  teams: string[];
}

const person = (displayName: string, ...memberOf: string[]): Person => {
  const name = displayName
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '.');
  return {
    name,
    displayName,
    email: `${name}@fabrique.social.gouv.fr`,
    login: name.replace(/\./g, '-'),
    teams: memberOf,
  };
};

const named: Person[] = [
  person('Camille Martin', 'domifa', 'sre'),
  person('Julien Moreau', 'sre'),
  person('Sophie Lefebvre', 'sre', 'cdtn'),
  person('Thomas Girard', 'cdtn'),
  person('Inès Roussel', 'cdtn'),
  person('Mehdi Benali', 'egapro'),
  person('Claire Fontaine', 'egapro', 'vao'),
  person('Antoine Lambert', 'vao'),
  person('Léa Marchand', 'recosante', 'oz-ensemble'),
  person('Nicolas Perrin', 'sirena'),
  person('Aïcha Diallo', 'sirena', 'medle'),
  person('Hugo Garnier', 'emjpm'),
  person('Manon Chevalier', 'mano', 'monsuivipsy'),
  person('Yann Le Goff', '1000jours', 'tumeplay'),
  person('Élodie Bertrand', 'work-in-france', 'enfants-du-spectacle'),
  person('Paul Renard', 'archifiltre', 'carnet-de-bord'),
];

/** Everyone; each team has at least one member. */
export const people: readonly Person[] = named;

const missing = teams.filter(
  team => !named.some(someone => someone.teams.includes(team)),
);
if (missing.length > 0) throw new Error(`no member in: ${missing.join(', ')}`);

/** Members of a team, the first one leads. */
export function membersOf(team: string): Person[] {
  return people.filter(someone => someone.teams.includes(team));
}

/** Author of the dependency updates. */
export const renovate = {
  name: 'renovate[bot]',
  email: '29139614+renovate[bot]@users.noreply.github.com',
};

/** Author of the releases; its account is that of the sandbox's token. */
export const socialGroovyBot = {
  name: 'SocialGroovyBot',
  email: '45039513+socialgroovybot@users.noreply.github.com',
};

/** GitHub's account of a commit's e-mail address. */
export function toLogin(email: string): string | undefined {
  return (
    people.find(someone => someone.email === email)?.login ??
    /\+(.+)@users\.noreply\.github\.com$/.exec(email)?.[1]
  );
}
