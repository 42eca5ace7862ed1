import {
  fromOwnershipComment,
  fromOwnershipMark,
  fromOwnershipTags,
  toOwnershipComment,
  toOwnershipTags,
  withOwnershipMark,
} from './ownership';

const owner = { app: 'SocialGouv/domifa', task: '7f' };

describe('ownership', () => {
  it('survives tags and comments', () => {
    expect(toOwnershipTags(owner)).toEqual({
      'fabrique-app': 'SocialGouv/domifa',
      'fabrique-task': '7f',
    });
    expect(fromOwnershipTags(toOwnershipTags(owner))).toEqual(owner);
    expect(toOwnershipComment(owner)).toBe(
      '{"fabrique-app":"SocialGouv/domifa","fabrique-task":"7f"}',
    );
    expect(fromOwnershipComment(toOwnershipComment(owner))).toEqual(owner);
  });

  it('is at the end of a page, where people do not see it', () => {
    const text = withOwnershipMark('# Why\n', owner);
    expect(text).toBe(
      '# Why\n\n<!-- {"fabrique-app":"SocialGouv/domifa","fabrique-task":"7f"} -->',
    );
    expect(fromOwnershipMark(text)).toEqual(owner);
    expect(fromOwnershipMark('<!-- a template -->')).toBeUndefined();
  });

  it.each([
    undefined,
    '',
    'the database of DomiFa',
    '{ see the wiki }',
    '{"fabrique-app":""}',
    '{"owner":"SocialGouv/domifa"}',
  ])('is not what people write: %j', comment => {
    expect(fromOwnershipComment(comment)).toBeUndefined();
  });
});
