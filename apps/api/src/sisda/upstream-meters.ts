import { FAILURE_REASON_CODES, type FailureReasonCode } from '@bantubayar/shared';
import { Counter, Histogram } from 'prom-client';
import { registry } from '../metrics/registry';

export const upstreamSeconds = new Histogram({
  name: 'bantubayar_upstream_request_seconds',
  help: 'How long requests to the payment service took, whatever came of them',
  buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
  registers: [registry],
});

export const upstreamErrors = new Counter({
  name: 'bantubayar_upstream_errors_total',
  help: 'Requests to the payment service that brought no usable answer, by reason',
  labelNames: ['reason'],
  registers: [registry],
});

/** Of those that come from an answer, or from the want of one. */
const NEVER_FROM_A_REQUEST: readonly FailureReasonCode[] = [
  ...(['not_storable', 'fewer_periods', 'empty_payments', 'contradictory_figures', 'left'] as const),
];

// A counter that is there before its first error shows that error as an increase.
for (const reason of FAILURE_REASON_CODES)
  if (!NEVER_FROM_A_REQUEST.includes(reason)) upstreamErrors.inc({ reason }, 0);
