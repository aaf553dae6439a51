import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartType,
  LinearScale,
  type Plugin,
  Tooltip,
} from 'chart.js';

interface BarEnds {
  texts?: string[];
  color?: string;
}

declare module 'chart.js' {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- it merges only with the same parameters
  interface PluginOptionsByType<TType extends ChartType> {
    /** What to write behind each bar. */
    barEnds?: BarEnds;
  }
}

const GAP = 6;

const barEnds: Plugin<'bar', BarEnds> = {
  id: 'barEnds',
  afterDatasetsDraw(chart, _, { texts, color }) {
    const last = chart.getSortedVisibleDatasetMetas().at(-1);
    if (!texts || !color || !last) return;
    const { ctx } = chart;
    ctx.save();
    ctx.font = `600 12px ${Chart.defaults.font.family}`;
    ctx.fillStyle = color;
    ctx.textBaseline = 'middle';
    last.data.forEach(({ x, y }, index) => ctx.fillText(texts[index] ?? '', x + GAP, y));
    ctx.restore();
  },
};

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip, barEnds);
Chart.defaults.font.family = getComputedStyle(document.documentElement).fontFamily;

export { Chart };
