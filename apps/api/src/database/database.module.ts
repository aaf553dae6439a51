import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { databaseOptions } from './database.options';
import { limitIdleTransactions } from './idle-transactions';
import { migrate } from './migrate';

/** The connection pool; nobody gets it before the schema is up to date. */
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      useFactory: () => ({ ...databaseOptions, retryAttempts: 60, retryDelay: 1_000 }),
      dataSourceFactory: async (options) => {
        const dataSource = await new DataSource(options!).initialize();
        await limitIdleTransactions(dataSource);
        await migrate(dataSource);
        return dataSource;
      },
    }),
  ],
})
export class DatabaseModule {}
