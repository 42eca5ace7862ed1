import { formatSelection, parseSelection } from './EnvironmentSelection';

describe('EnvironmentSelection', () => {
  it.each([
    ['prod', { environment: 'prod' }],
    ['preprod', { environment: 'preprod' }],
    ['dev', { environment: 'dev' }],
    ['dev:feat/login', { environment: 'dev', branch: 'feat/login' }],
  ] as const)('reads and writes %s', (text, selection) => {
    expect(parseSelection(text)).toEqual(selection);
    expect(formatSelection(selection)).toBe(text);
  });

  it.each([
    [undefined, { environment: 'prod' }],
    ['staging', { environment: 'prod' }],
    [{ dev: '' }, { environment: 'prod' }],
    ['prod:feat/login', { environment: 'prod' }],
    ['dev:', { environment: 'dev' }],
    ['dev:../x', { environment: 'dev' }],
    ['dev:a:b', { environment: 'dev' }],
  ])('leaves out what it does not understand: %j', (text, selection) => {
    expect(parseSelection(text)).toEqual(selection);
  });
});
