import { Counter } from 'prom-client';
import { registry } from '../metrics/registry';
import type { Channel } from './attempt';

const RESULTS = ['delivered', 'failed', 'again'] as const;

/** Tries to deliver: taken, given up, or to be tried again. */
const TRIES: Record<Channel, Counter<'result'>> = {
  webhook: triesOf('bantubayar_webhook_tries_total', 'Tries to deliver a webhook, by what came of them'),
  surel: triesOf('bantubayar_surel_tries_total', 'Tries to send an e-mail, by what came of them'),
};

function triesOf(name: string, help: string): Counter<'result'> {
  const tries = new Counter({ name, help, labelNames: ['result'], registers: [registry] });
  for (const result of RESULTS) tries.inc({ result }, 0);
  return tries;
}

export function countTry(channel: Channel, isTaken: boolean, isTriedAgain: boolean): void {
  const result: (typeof RESULTS)[number] = isTaken ? 'delivered' : isTriedAgain ? 'again' : 'failed';
  TRIES[channel].inc({ result });
}
