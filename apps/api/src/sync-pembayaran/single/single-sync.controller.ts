import { FetchResultDto } from '@bantubayar/shared';
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Audited } from '../../audit/audited';
import { RequireScope } from '../../common/principal';
import { IdpersonPipe } from '../../common/id.pipe';
import { Answers, Errors, Operation } from '../../openapi/decorators';
import { SingleSyncService } from './single-sync.service';

@Controller('admin/siswa')
export class SingleSyncController {
  constructor(private readonly single: SingleSyncService) {}

  @Post(':idperson/sync-pembayaran')
  @RequireScope('sync:write')
  @Audited('siswa_synced')
  @HttpCode(200)
  @Operation(
    'syncSiswa',
    'Fetch one student’s payments now',
    'Outside any run; that the payment service does not send them is an answer too, with its `reason`.',
  )
  @Answers('How the fetch ended', FetchResultDto)
  @Errors('not_found', 'siswa_left')
  sync(@Param('idperson', IdpersonPipe) idperson: string): Promise<FetchResultDto> {
    return this.single.sync(idperson);
  }
}
