import { Logger } from '@nestjs/common';
import { AbstractLogger, type LogLevel, type LogMessage } from 'typeorm';

/** TypeORM's words about migrations, in our log; queries with their values never get there. */
export class MigrationLog extends AbstractLogger {
  private readonly logger = new Logger('Migrations');

  protected override writeLog(_level: LogLevel, messages: LogMessage | LogMessage[]): void {
    for (const { type, message } of [messages].flat()) if (type === 'migration') this.logger.log(message);
  }
}
