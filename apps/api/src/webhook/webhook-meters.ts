import { Counter } from 'prom-client';
import { registry } from '../metrics/registry';

const RESULTS = ['delivered', 'failed', 'again'] as const;

/** Tries to deliver a webhook: taken, given up, or to be tried again. */
const webhookTries = new Counter({
  name: 'bantubayar_webhook_tries_total',
  help: 'Tries to deliver a webhook, by what came of them',
  labelNames: ['result'],
  registers: [registry],
});

for (const result of RESULTS) webhookTries.inc({ result }, 0);

export function countTry(isTaken: boolean, isTriedAgain: boolean): void {
  const result: (typeof RESULTS)[number] = isTaken ? 'delivered' : isTriedAgain ? 'again' : 'failed';
  webhookTries.inc({ result });
}
