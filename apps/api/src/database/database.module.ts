import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { connectDatabase } from './connect';
import { databaseOptions } from './database.options';

/** The connection pool; nobody gets it before the schema is up to date. */
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      useFactory: () => ({ ...databaseOptions, autoLoadEntities: true, toRetry: () => false }),
      dataSourceFactory: (options) => connectDatabase(options!),
    }),
  ],
})
export class DatabaseModule {}
