import { Bar, BarChart, ResponsiveContainer, Tooltip, YAxis } from 'recharts';

/** Draws bars, oldest on the left. Decoration only: the numbers are in the table beside it. */
export function TimeSeriesPlot(props: {
  valueLabel: string;
  bars: { label: string; value: number }[];
  formatValue: (value: number) => string;
}) {
  const { bars, valueLabel, formatValue } = props;
  return (
    <ResponsiveContainer
      width="100%"
      height="100%"
      initialDimension={{ width: 320, height: 56 }}
    >
      <BarChart
        data={bars}
        margin={{ top: 2, right: 0, bottom: 0, left: 0 }}
        // With gaps, the bars of 90 days would be thinner than a pixel.
        barCategoryGap={bars.length > 45 ? 0 : 2}
        accessibilityLayer={false}
      >
        {/* Without a floor of 1, a series of zeros would be drawn as full bars. */}
        <YAxis hide domain={[0, (max: number) => Math.max(max, 1)]} />
        <Tooltip
          cursor={{ fill: 'var(--bui-bg-neutral-2)' }}
          labelFormatter={(_, [bar]) => bar?.payload.label}
          formatter={value => [formatValue(Number(value)), valueLabel]}
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
        <Bar
          dataKey="value"
          fill="var(--bui-fg-announcement)"
          fillOpacity={0.85}
          radius={[1, 1, 0, 0]}
          minPointSize={1}
          isAnimationActive={false}
        />
      </BarChart>
    </ResponsiveContainer>
  );
}
