import { timingSafeEqual } from 'node:crypto';
import { PROGRESS_STATUSES, SYNC_PEMBAYARAN_KEYS as KEYS } from '@bantubayar/shared';
import { Controller, Get, Header, Req } from '@nestjs/common';
import type { Request } from 'express';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { Public } from '../common/principal';
import { UnauthenticatedError } from '../auth/auth.errors';
import { hashSecret } from '../auth/secret';
import { Answers, Errors, Operation } from '../openapi/decorators';
import { env } from '../config/env';
import { SyncRunRepository } from '../sync-pembayaran/run/sync-run.repository';
import { WorkerRegistry } from '../sync-pembayaran/run/worker-registry';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Prometheus: the live figures of the active or last run, and this process. */
@Public()
@Controller('metrics')
export class MetricsController {
  private readonly registry = new Registry();
  private readonly total = this.gauge(KEYS.total, 'Students in the run');
  private readonly processed = this.gauge(KEYS.processed, 'Students of the run that have ended');
  private readonly failed = this.gauge(KEYS.failed, 'Students of the run that failed');
  private readonly workersAlive = this.gauge('sync_pembayaran_workers', 'Worker processes alive');
  private readonly status = new Gauge({
    name: KEYS.status,
    help: '1 for the state that the run is in',
    labelNames: ['status'],
    registers: [this.registry],
  });

  constructor(
    private readonly runs: SyncRunRepository,
    private readonly workers: WorkerRegistry,
  ) {
    collectDefaultMetrics({ register: this.registry });
  }

  @Get()
  @Operation(
    'getMetrics',
    'Figures for Prometheus',
    'For this machine only, or for whoever brings METRICS_TOKEN as bearer where it is set.',
  )
  @Answers('Figures in the text format of Prometheus')
  @Errors('unauthenticated', 'service_unavailable')
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  async metrics(@Req() request: Request): Promise<string> {
    if (!mayRead(request)) throw new UnauthenticatedError();
    const run = (await this.runs.active()) ?? (await this.runs.lastEnded());
    this.total.set(run?.total ?? 0);
    this.processed.set(run?.processed ?? 0);
    this.failed.set(run?.failed ?? 0);
    this.workersAlive.set((await this.workers.look()).alive);
    for (const status of PROGRESS_STATUSES)
      this.status.set({ status }, (run?.status ?? 'idle') === status ? 1 : 0);
    return this.registry.metrics();
  }

  private gauge(name: string, help: string): Gauge {
    return new Gauge({ name, help, registers: [this.registry] });
  }
}

/** With METRICS_TOKEN its bearer; without, only this machine, and not through a proxy that speaks for others. */
function mayRead({ headers, socket }: Request): boolean {
  if (env.METRICS_TOKEN) {
    const given = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';
    return timingSafeEqual(hashSecret(given), hashSecret(env.METRICS_TOKEN));
  }
  return LOOPBACK.has(socket.remoteAddress ?? '') && headers['x-forwarded-for'] === undefined;
}
