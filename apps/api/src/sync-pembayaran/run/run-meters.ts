import { Counter } from 'prom-client';
import { registry } from '../../metrics/registry';
import type { WrittenResult } from '../../pembayaran/pembayaran-writer';

const ENDED: readonly WrittenResult['outcome'][] = ['updated', 'unchanged', 'failed', 'needs_review', 'left'];

/** Students of runs by how they ended; counted once they are committed. */
export const runResults = new Counter({
  name: 'sync_pembayaran_results_total',
  help: 'Students of runs whose results were written, by outcome',
  labelNames: ['outcome'],
  registers: [registry],
});

for (const outcome of ENDED) runResults.inc({ outcome }, 0);
