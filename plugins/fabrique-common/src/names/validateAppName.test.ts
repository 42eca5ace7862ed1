import { createNamingRules } from './preset';
import { describeNameProblem, validateAppName } from './validateAppName';

describe('validateAppName', () => {
  it.each(['domifa', 'mon-app-2', 'www', 'abcdefghijklmnopqrst'])(
    'accepts %s',
    name => {
      expect(validateAppName(name)).toEqual([]);
    },
  );

  it.each([
    ['1000jours'],
    ['Domifa'],
    ['mon app'],
    ['mon_app'],
    ['a--b'],
    ['-ab'],
    ['ab-'],
    ['été'],
    ['a/../b'],
    ['ab\n'],
  ])('refuses %j for its form', name => {
    expect(validateAppName(name)).toEqual([{ key: 'pattern', params: {} }]);
  });

  it.each([
    ['default', 'default'],
    ['postgres', 'postgres'],
    ['kube-proxy', 'kube-'],
    ['domifa-secret', '-secret'],
  ])('refuses %s, which means something else', (name, word) => {
    expect(validateAppName(name)).toEqual([
      { key: 'reserved', params: { word } },
    ]);
  });

  it('counts what the conventions add to the name', () => {
    const name = 'abcde-fghij-klmno-pqrst-u';
    expect(validateAppName(name)).toEqual([
      {
        key: 'too-long',
        params: { system: 'azure-storage', limit: 20, length: 21 },
      },
    ]);
    expect(validateAppName(name, { preset: 'gen2-ovh' })).toEqual([]);
    expect(validateAppName('a'.repeat(101))).toEqual([
      {
        key: 'too-long',
        params: { system: 'azure-storage', limit: 20, length: 101 },
      },
      {
        key: 'too-long',
        params: { system: 'postgres', limit: 55, length: 101 },
      },
      {
        key: 'too-long',
        params: { system: 'kubernetes', limit: 54, length: 101 },
      },
      {
        key: 'too-long',
        params: { system: 'github', limit: 100, length: 101 },
      },
    ]);
    expect(
      validateAppName('a'.repeat(56), {
        rules: createNamingRules('gen1-azure', { databaseServer: 'dedicated' }),
      }).map(({ params }) => params),
    ).toEqual([
      { system: 'azure-storage', limit: 20, length: 56 },
      { system: 'kubernetes', limit: 54, length: 56 },
    ]);
  });

  it('says what to change', () => {
    const sentences = ['', 'a', 'Été', 'kube-x', 'a'.repeat(21)].map(name =>
      validateAppName(name).map(problem => describeNameProblem(name, problem)),
    );
    expect(sentences).toEqual([
      ['The application needs a name.'],
      ["The name 'a' is too short: use at least 3 characters."],
      [
        "The name 'Été' cannot be used: use lower case letters, digits and single hyphens, a letter first and no hyphen last.",
      ],
      [
        "The name 'kube-x' cannot be used: 'kube-' has a meaning of its own. Choose another name.",
      ],
      [
        "The name 'aaaaaaaaaaaaaaaaaaaaa' is too long for Azure storage: use at most 20 letters and digits; it has 21.",
      ],
    ]);
  });
});
