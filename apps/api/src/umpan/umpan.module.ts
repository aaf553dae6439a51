import { Module } from '@nestjs/common';
import { ChangeNews } from './change-news';
import { UmpanStoreModule } from './umpan-store.module';
import { UmpanController } from './umpan.controller';
import { UmpanRepository } from './umpan.repository';
import { UmpanService } from './umpan.service';

/** The changes feed over HTTP. */
@Module({
  imports: [UmpanStoreModule],
  controllers: [UmpanController],
  providers: [ChangeNews, UmpanRepository, UmpanService],
})
export class UmpanModule {}
