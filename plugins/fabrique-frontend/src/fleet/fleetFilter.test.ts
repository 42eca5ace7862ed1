import {
  clearedFilter,
  FleetFilter,
  isFiltered,
  toFilterParameters,
  toFleetFilter,
} from './fleetFilter';

describe('the filter of the fleet in the address', () => {
  const whole: FleetFilter = {
    environment: 'preprod',
    owners: ['group:default/domifa', 'group:default/vao'],
    systems: ['system:default/domifa'],
    levels: ['problem', 'unknown'],
    services: ['sentry'],
    text: 'é & #',
    sort: 'owner',
    descending: true,
  };

  it('is read as it was written', () => {
    const parameters = toFilterParameters(whole);
    expect(String(parameters)).toBe(
      'environment=preprod&owner=group%3Adefault%2Fdomifa&owner=group%3Adefault%2Fvao&system=system%3Adefault%2Fdomifa&level=problem&level=unknown&service=sentry&text=%C3%A9+%26+%23&sort=-owner',
    );
    expect(toFleetFilter(parameters)).toEqual(whole);
  });

  it('stands for everything in production where the address says nothing that makes sense', () => {
    const everything = toFleetFilter(new URLSearchParams());
    expect(everything).toEqual({ environment: 'prod' });
    expect(
      toFleetFilter(
        new URLSearchParams('environment=mars&level=angry&owner=&text=&sort='),
      ),
    ).toEqual(everything);
    expect(isFiltered(everything)).toBe(false);
  });

  it('is cleared without losing the environment and the order', () => {
    expect(isFiltered(whole)).toBe(true);
    const cleared = { ...whole, ...clearedFilter };
    expect(cleared).toEqual({
      environment: 'preprod',
      sort: 'owner',
      descending: true,
    });
    expect(isFiltered(cleared)).toBe(false);
  });
});
