import { SyncRunSiswaDto } from '@bantubayar/shared';
import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Audited } from '../../audit/audited';
import { RequireScope } from '../../common/principal';
import { IdpersonPipe } from '../../common/id.pipe';
import { Answers, Errors } from '../../openapi/decorators';
import { SingleSyncService } from './single-sync.service';

@ApiTags('siswa')
@Controller('admin/siswa')
export class SingleSyncController {
  constructor(private readonly single: SingleSyncService) {}

  @Post(':idperson/sync-pembayaran')
  @RequireScope('sync:write')
  @Audited('siswa_synced')
  @HttpCode(200)
  @Answers(200, 'Hasil pengambilan pembayaran siswa ini', SyncRunSiswaDto)
  @Errors(400, 401, 403, 404, 409, 503)
  sync(@Param('idperson', IdpersonPipe) idperson: string): Promise<SyncRunSiswaDto> {
    return this.single.sync(idperson);
  }
}
