import { SCHEDULE_OWNER } from '@bantubayar/shared';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { writeOfSkipped } from '../surat/run-surat';
import { RunStarter } from '../run/run-starter';
import { LedgerRepository } from '../ledger/ledger.repository';
import { nextTime } from './cron';
import { ScheduleRepository } from './schedule.repository';

/** Starts the scheduled run when its time has come: once, whatever the number of workers, and not beside another run. */
@Injectable()
export class Scheduler {
  private readonly logger = new Logger(Scheduler.name);

  constructor(
    private readonly schedules: ScheduleRepository,
    private readonly ledger: LedgerRepository,
    private readonly starter: RunStarter,
    private readonly dataSource: DataSource,
  ) {}

  async startIfDue(): Promise<void> {
    const due = await this.schedules.due();
    if (!due || !(await this.schedules.claim(due, nextTime(due.cron, due.timezone, due.now)))) return;
    const total = await this.ledger.countScope(due.scope);
    const run = total > 0 ? await this.starter.start({ scope: due.scope, startedBy: SCHEDULE_OWNER }) : null;
    if (run) return this.schedules.noteRun();
    this.logger.log('scheduled run skipped: another is active, or no students');
    await writeOfSkipped(this.dataSource.manager, due.dueAt, total > 0 ? 'active' : 'empty');
  }
}
