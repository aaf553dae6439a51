import { hostname } from 'node:os';
import { collectDefaultMetrics, type MetricObjectWithValues, type MetricValue, Registry } from 'prom-client';

/** What this process counts; each meter stands beside the code that it watches. */
export const registry = new Registry();

export type ProcessRole = 'api' | 'worker';
export type ProcessFigures = MetricObjectWithValues<MetricValue<string>>[];

let name: string | null = null;

/** From now on this process is counted under its own name, so that what it counts never goes back while others come and go. */
export function nameProcess(role: ProcessRole): void {
  name = `${role}@${hostname()}:${process.pid}`;
  registry.setDefaultLabels({ process: name, role });
  collectDefaultMetrics({ register: registry });
}

/** null in a program that is not watched. */
export const processName = () => name;

/** What it has counted until now; what cannot be told yet is left out. */
export async function ownFigures(): Promise<ProcessFigures> {
  const figures = (await registry.getMetricsAsJSON()) as ProcessFigures;
  return figures.map((meter) => ({
    ...meter,
    values: meter.values.filter(({ value }) => Number.isFinite(value)),
  }));
}
