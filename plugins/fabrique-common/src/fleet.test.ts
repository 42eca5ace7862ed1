import { toFleetParameters } from './fleet';

describe('toFleetParameters', () => {
  it('repeats lists, keeps what is false or zero, leaves out what is empty, encodes the rest', () => {
    expect(
      toFleetParameters({
        environment: 'prod',
        owners: ['group:default/domifa', 'group:default/a&b'],
        systems: [],
        levels: ['problem'],
        text: '',
        sort: undefined,
        descending: false,
        offset: 0,
        limit: 100,
      }).toString(),
    ).toBe(
      'environment=prod&owners=group%3Adefault%2Fdomifa&owners=group%3Adefault%2Fa%26b&levels=problem&descending=false&offset=0&limit=100',
    );
  });
});
