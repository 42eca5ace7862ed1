/** The value below which a share of the values lies. */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

export const median = values => percentile(values, 0.5);

export const round = (value, digits = 1) => Number(value.toFixed(digits));

/** Distance between the quartiles: half of the values lie within it. */
export const spread = values =>
  percentile(values, 0.75) - percentile(values, 0.25);
