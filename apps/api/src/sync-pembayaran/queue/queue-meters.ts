import { Gauge, Histogram } from 'prom-client';
import { registry } from '../../metrics/registry';

export interface RequestsAtOnce {
  inUse: number;
  limit: number;
}

let look: (() => RequestsAtOnce) | null = null;

/** Whom the gauges ask, when they are read. */
export function watchRequests(by: () => RequestsAtOnce): void {
  look = by;
}

new Gauge({
  name: 'bantubayar_upstream_requests',
  help: 'Requests of runs to the payment service that are under way',
  registers: [registry],
  collect() {
    if (look) this.set(look().inUse);
  },
});

new Gauge({
  name: 'bantubayar_upstream_requests_limit',
  help: 'How many requests of runs may be under way, as far as was found out',
  registers: [registry],
  collect() {
    if (look) this.set(look().limit);
  },
});

export const batchSiswa = new Histogram({
  name: 'bantubayar_batch_siswa',
  help: 'Students whose results were written in one transaction',
  buckets: [1, 5, 10, 25, 50, 100, 150, 200],
  registers: [registry],
});

export const batchSeconds = new Histogram({
  name: 'bantubayar_batch_commit_seconds',
  help: 'How long such a transaction took, from its begin to its commit',
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  registers: [registry],
});
