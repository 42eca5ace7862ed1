import {
  Bar,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  YAxis,
} from 'recharts';

/** One point of the plot. */
export interface PlotPoint {
  label: string;
  value: number;
  comparison?: number;
}

/** Draws bars or a line, oldest on the left. Decoration only: the numbers are in the table beside it. */
export function TimeSeriesPlot(props: {
  kind: 'bars' | 'line';
  valueLabel: string;
  comparisonLabel?: string;
  points: PlotPoint[];
  formatValue: (value: number) => string;
}) {
  const { kind, points, valueLabel, comparisonLabel, formatValue } = props;
  return (
    <ResponsiveContainer
      width="100%"
      height="100%"
      initialDimension={{ width: 320, height: 56 }}
    >
      <ComposedChart
        data={points}
        // A line is as thick at its ends.
        margin={{ top: 2, right: 1, bottom: 1, left: 1 }}
        // With gaps, the bars of 90 days would be thinner than a pixel.
        barCategoryGap={points.length > 45 ? 0 : 2}
        accessibilityLayer={false}
      >
        {/* Without a floor of 1, a series of zeros would be drawn as full bars. */}
        <YAxis hide domain={[0, (max: number) => Math.max(max, 1)]} />
        <Tooltip
          cursor={{
            fill: 'var(--bui-bg-neutral-2)',
            stroke: 'var(--bui-border-2)',
          }}
          labelFormatter={(_, [point]) => point?.payload.label}
          formatter={(value, name) => [formatValue(Number(value)), name]}
          contentStyle={{
            background: 'var(--bui-bg-neutral-1)',
            border: '1px solid var(--bui-border-1)',
            borderRadius: 'var(--bui-radius-3)',
            color: 'var(--bui-fg-primary)',
            fontSize: 'var(--bui-font-size-2)',
            padding: 'var(--bui-space-1) var(--bui-space-2)',
          }}
          itemStyle={{ color: 'inherit', padding: 0 }}
        />
        {comparisonLabel && (
          <Line
            dataKey="comparison"
            name={comparisonLabel}
            stroke="var(--bui-fg-secondary)"
            // Dashes tell it from the other line without colour.
            strokeDasharray="3 3"
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
        )}
        {kind === 'bars' ? (
          <Bar
            dataKey="value"
            name={valueLabel}
            fill="var(--bui-fg-announcement)"
            fillOpacity={0.85}
            radius={[1, 1, 0, 0]}
            minPointSize={1}
            isAnimationActive={false}
          />
        ) : (
          <Line
            dataKey="value"
            name={valueLabel}
            stroke="var(--bui-fg-announcement)"
            strokeWidth={2}
            dot={points.length > 7 ? false : { r: 2.5 }}
            isAnimationActive={false}
          />
        )}
      </ComposedChart>
    </ResponsiveContainer>
  );
}
