import { timingSafeEqual } from 'node:crypto';
import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import type { Request } from 'express';
import { AggregatorRegistry } from 'prom-client';
import { Public } from '../common/principal';
import { UnauthenticatedError } from '../auth/auth.errors';
import { hashSecret } from '../auth/secret';
import { Answers, Errors, Operation } from '../openapi/decorators';
import { env } from '../config/env';
import { ProcessBoard } from '../metrics/process-board';
import { ownFigures } from '../metrics/registry';
import type { Figures } from './figures/figures';

export const METRICS_FIGURES = 'metrics-figures';

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/** Prometheus: how the product stands, and what each of its processes has counted. */
@Public()
@Controller('metrics')
export class MetricsController {
  constructor(
    @Inject(METRICS_FIGURES) private readonly figures: Figures[],
    private readonly board: ProcessBoard,
  ) {}

  @Get()
  @Operation(
    'getMetrics',
    'Figures for Prometheus',
    'Of the product and of each of its processes, workers too. ' +
      'For this machine only, or for whoever brings METRICS_TOKEN as bearer where it is set.',
  )
  @Answers('Figures in the text format of Prometheus')
  @Errors('unauthenticated', 'service_unavailable')
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  async metrics(@Req() request: Request): Promise<string> {
    if (!mayRead(request)) throw new UnauthenticatedError();
    const [own, others, ...known] = await Promise.all([
      ownFigures(),
      this.board.others(),
      ...this.figures.map((figures) => figures.known()),
    ]);
    const processes = AggregatorRegistry.aggregate([own, ...others]);
    const told = [...known.filter((registry) => registry !== null), processes];
    return (await Promise.all(told.map((registry) => registry.metrics()))).join('');
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
