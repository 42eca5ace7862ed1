import { ConfigReader } from '@backstage/config';
import { defaultThresholds } from '@socialgouv/backstage-plugin-fabrique-common';
import { readThresholds } from './thresholds';

const read = (thresholds?: object) =>
  readThresholds(new ConfigReader({ fabrique: { thresholds } } as never));

describe('readThresholds', () => {
  it('puts what is configured over the defaults', () => {
    expect(read()).toEqual(defaultThresholds);
    expect(read({ sentry: { peakFactor: 3 } })).toEqual({
      ...defaultThresholds,
      sentry: { ...defaultThresholds.sentry, peakFactor: 3 },
    });
  });

  it.each([
    [
      { sentry: { peakFaktor: 3 } },
      'fabrique.thresholds.sentry.peakFaktor is no threshold',
    ],
    [
      { sentry: { peakFactor: '3' } },
      'fabrique.thresholds.sentry.peakFactor must be of type number',
    ],
  ])('refuses %j', (thresholds, message) => {
    expect(() => read(thresholds)).toThrow(message);
  });
});
