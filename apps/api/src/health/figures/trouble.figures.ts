import { Injectable } from '@nestjs/common';
import { DatabaseHealth } from '../database.health';
import { QueueHealth } from '../queue.health';
import { Figures } from './figures';

/** Whether the database and the queue do their work, as /health/ready tells it. */
@Injectable()
export class TroubleFigures extends Figures {
  private readonly up = this.gauge(
    'bantubayar_up',
    '1 while the database or the queue answers and takes writes, else 0',
    'part',
  );

  constructor(
    private readonly database: DatabaseHealth,
    private readonly queue: QueueHealth,
  ) {
    super();
  }

  protected async read(): Promise<void> {
    const [{ database }, { queue }] = await Promise.all([this.database.check(), this.queue.check()]);
    this.up.set({ part: 'database' }, database.status === 'up' ? 1 : 0);
    this.up.set({ part: 'queue' }, queue.status === 'up' ? 1 : 0);
  }
}
