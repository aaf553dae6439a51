import type { ChartConfiguration, Scale } from 'chart.js';
import { labelLines } from './label-lines';

/** How much of the ground shows through: in a stack, hues alone say nothing to some. */
const FADES = { none: '', some: '99', much: '59' };
export type Fade = keyof typeof FADES;

export interface BarSpec {
  /** Bars that lie have their axis above, and what they amount to behind them. */
  lying: boolean;
  labels: string[];
  /** More than one are stacked. */
  series: {
    name: string;
    color: string;
    /** Of what is below zero. */ negative?: string;
    fade?: Fade;
    values: number[];
  }[];
  ends?: string[];
  max?: number;
  axis: (value: number) => string;
  tip: (index: number, series: number) => string | string[];
  tipTitle?: (index: number) => string;
}

export type Colors = Record<string, string>;
const BAR = 18;
const ENDS_ROOM = 76;
const NAME_GAP = 12;

/** A name beside its bar, of which Chart.js would cut the beginning: the names have half of what the ends leave. */
function nameLines(this: Scale, value: number | string): string[] {
  const room = (this.chart.width - ENDS_ROOM) / 2 - NAME_GAP;
  return labelLines(this.getLabelForValue(Number(value)), room, (text) => this.ctx.measureText(text).width);
}

export function barConfig(spec: BarSpec, colors: Colors, animated: boolean): ChartConfiguration<'bar'> {
  const [ink, quiet, paper] = [colors['on-surface']!, colors['on-surface-variant']!, colors['surface']!];
  const line = `${quiet}2e`;
  const stacked = spec.series.length > 1;
  const amounts = {
    stacked,
    max: spec.max,
    beginAtZero: true,
    border: { display: false },
    grid: { color: line },
    ticks: {
      color: quiet,
      maxRotation: 0,
      maxTicksLimit: 5,
      callback: (value: number | string) => spec.axis(Number(value)),
    },
  };
  const names = {
    stacked,
    border: { color: line },
    grid: { display: false },
    ticks: {
      color: ink,
      autoSkip: !spec.lying,
      maxRotation: 0,
      autoSkipPadding: 16,
      ...(spec.lying && { callback: nameLines }),
    },
  };
  return {
    type: 'bar',
    data: {
      labels: spec.labels,
      datasets: spec.series.map(({ name, color, negative = color, fade, values }) => ({
        label: name,
        data: values,
        backgroundColor: values.map(
          (value) => `${colors[value < 0 ? negative : color]}${FADES[fade ?? 'none']}`,
        ),
        borderColor: paper,
        borderWidth: stacked ? { right: 1 } : 0,
        borderRadius: stacked ? 0 : 3,
        maxBarThickness: spec.lying ? BAR : 40,
      })),
    },
    options: {
      indexAxis: spec.lying ? 'y' : 'x',
      maintainAspectRatio: false,
      animation: animated ? { duration: 200 } : false,
      layout: { padding: { right: spec.ends ? ENDS_ROOM : 0 } },
      interaction: { mode: 'index', axis: spec.lying ? 'y' : 'x', intersect: false },
      scales: spec.lying ? { x: { ...amounts, position: 'top' }, y: names } : { x: names, y: amounts },
      plugins: {
        barEnds: spec.ends && { texts: spec.ends, color: ink },
        tooltip: {
          backgroundColor: ink,
          titleColor: paper,
          bodyColor: paper,
          padding: 10,
          displayColors: stacked,
          callbacks: {
            title: ([item]) => (item && spec.tipTitle?.(item.dataIndex)) ?? item?.label,
            label: ({ dataIndex, datasetIndex }) => spec.tip(dataIndex, datasetIndex),
          },
        },
      },
    },
  };
}
