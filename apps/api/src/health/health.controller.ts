import { Controller, Get, ServiceUnavailableException, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { HealthCheckService, HealthIndicatorService, TypeOrmHealthIndicator } from '@nestjs/terminus';
import type { Response } from 'express';
import { Public } from '../auth/principal';
import { WorkerRegistry } from '../sync-pembayaran/run/worker-registry';
import { QueueHealth } from './queue.health';

const PATIENCE_MS = 1_000;

/** For load balancers: live says that the process runs, ready that it can do its work. */
@ApiExcludeController()
@Public()
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly database: TypeOrmHealthIndicator,
    private readonly queue: QueueHealth,
    private readonly workers: WorkerRegistry,
    private readonly indicator: HealthIndicatorService,
  ) {}

  @Get('live')
  live() {
    return { status: 'ok' };
  }

  /** 503 without database or queue. Without a worker the page still serves, so that is only reported. */
  @Get('ready')
  async ready(@Res({ passthrough: true }) response: Response) {
    try {
      return await this.health.check([
        () => this.database.pingCheck('database', { timeout: PATIENCE_MS }),
        () => this.queue.check(),
        async () => this.indicator.check('workers').up({ alive: (await this.workers.look()).alive }),
      ]);
    } catch (error) {
      if (!(error instanceof ServiceUnavailableException)) throw error;
      response.status(503);
      return error.getResponse();
    }
  }
}
