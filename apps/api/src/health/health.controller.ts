import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { HealthDto, LiveDto } from '@bantubayar/shared';
import { Controller, Get, ServiceUnavailableException, Res } from '@nestjs/common';
import { HealthCheckService, HealthIndicatorService } from '@nestjs/terminus';
import type { Response } from 'express';
import { Public } from '../common/principal';
import { WorkerRegistry } from '../sync-pembayaran/run/worker-registry';
import { Answers, Operation } from '../openapi/decorators';
import { DatabaseHealth } from './database.health';
import { Inquiry } from './inquiry';
import { QueueHealth } from './queue.health';

const WORKERS_PATIENCE_MS = 1_000;
const { version: VERSION } = JSON.parse(readFileSync(resolve(__dirname, '../../package.json'), 'utf8')) as {
  version: string;
};

/** For load balancers: live says that the process runs, ready that it can do its work. */
@Public()
@Controller('health')
export class HealthController {
  private readonly registry: Inquiry<{ alive: number }>;

  constructor(
    private readonly health: HealthCheckService,
    private readonly database: DatabaseHealth,
    private readonly queue: QueueHealth,
    private readonly indicator: HealthIndicatorService,
    workers: WorkerRegistry,
  ) {
    this.registry = new Inquiry(() => workers.look());
  }

  @Get('live')
  @Operation('getLive', 'Tell whether the process runs')
  @Answers('It does', LiveDto)
  live(): LiveDto {
    return { status: 'ok', version: VERSION };
  }

  /** 503 without database or queue, within 2 s whatever hangs. Without a worker the page still serves, so that is only reported. */
  @Get('ready')
  @Operation('getReady', 'Tell whether the process can do its work', 'Within 2 s, whatever hangs.')
  @Answers('It can', HealthDto, 503)
  async ready(@Res({ passthrough: true }) response: Response): Promise<HealthDto> {
    try {
      const parts = [() => this.database.check(), () => this.queue.check(), () => this.workersCheck()];
      return (await this.health.check(parts)) as HealthDto;
    } catch (error) {
      if (!(error instanceof ServiceUnavailableException)) throw error;
      response.status(503);
      return error.getResponse() as HealthDto;
    }
  }

  private async workersCheck() {
    const { value } = await this.registry.answer(WORKERS_PATIENCE_MS);
    // null where the database does not say.
    return this.indicator.check('workers').up({ alive: value?.alive ?? null });
  }
}
