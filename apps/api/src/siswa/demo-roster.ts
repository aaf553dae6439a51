import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { env } from '../config/env';
import { RosterService } from './roster.service';
import { SiswaRepository } from './siswa.repository';

/** With demo data a first start already shows students. */
@Injectable()
export class DemoRoster implements OnApplicationBootstrap {
  private readonly logger = new Logger(DemoRoster.name);

  constructor(
    private readonly siswa: SiswaRepository,
    private readonly roster: RosterService,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!env.DEMO_DATA || (await this.siswa.hasAny())) return;
    try {
      const { total } = await this.roster.sync(false, null);
      this.logger.log(`demo roster read: ${total} students`);
    } catch (error) {
      this.logger.warn(`demo roster could not be read: ${String(error)}`);
    }
  }
}
