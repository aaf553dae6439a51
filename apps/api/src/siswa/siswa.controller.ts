import {
  LembagaDto,
  PageQueryDto,
  PerubahanPageDto,
  RingkasanDto,
  RosterResultDto,
  SiswaDetailDto,
  SiswaFilterDto,
  SiswaListQueryDto,
  SiswaPageDto,
  SyncRosterDto,
} from '@bantubayar/shared';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Audited } from '../audit/audited';
import { RequireScope } from '../common/principal';
import { IdpersonPipe } from '../common/id.pipe';
import { Answers, Errors, Queries } from '../openapi/decorators';
import { RingkasanRepository } from './ringkasan.repository';
import { RosterService } from './roster.service';
import { SiswaRepository } from './siswa.repository';
import { SiswaService } from './siswa.service';

@ApiTags('siswa')
@Controller('admin')
export class SiswaController {
  constructor(
    private readonly siswa: SiswaService,
    private readonly students: SiswaRepository,
    private readonly sums: RingkasanRepository,
    private readonly roster: RosterService,
  ) {}

  @Get('siswa')
  @RequireScope('siswa:read')
  @Queries(SiswaListQueryDto)
  @Answers(200, 'Siswa menurut saringan', SiswaPageDto)
  @Errors(400, 401, 403)
  list(@Query() query: SiswaListQueryDto): Promise<SiswaPageDto> {
    return this.siswa.list(query);
  }

  @Post('siswa/sync')
  @RequireScope('sync:write')
  @Audited('roster_synced')
  @HttpCode(200)
  @Answers(200, 'Daftar siswa sudah sesuai dengan server pembayaran', RosterResultDto)
  @Errors(400, 401, 403, 502)
  syncRoster(@Body() body: SyncRosterDto): Promise<RosterResultDto> {
    return this.roster.sync(body.force ?? false);
  }

  @Get('siswa/ringkasan')
  @RequireScope('siswa:read')
  @Queries(SiswaFilterDto)
  @Answers(200, 'Jumlah siswa dan tunggakan menurut saringan', RingkasanDto)
  @Errors(400, 401, 403)
  summary(@Query() filter: SiswaFilterDto): Promise<RingkasanDto> {
    return this.sums.of(filter);
  }

  @Get('siswa/:idperson')
  @RequireScope('siswa:read')
  @Answers(200, 'Satu siswa dengan pembayarannya', SiswaDetailDto)
  @Errors(400, 401, 403, 404)
  @Header('Content-Type', 'application/json; charset=utf-8')
  detail(@Param('idperson', IdpersonPipe) idperson: string): Promise<string> {
    return this.siswa.detail(idperson);
  }

  @Get('siswa/:idperson/perubahan')
  @RequireScope('siswa:read')
  @Queries(PageQueryDto)
  @Answers(200, 'Riwayat perubahan pembayaran siswa ini', PerubahanPageDto)
  @Errors(400, 401, 403)
  changes(
    @Param('idperson', IdpersonPipe) idperson: string,
    @Query() query: PageQueryDto,
  ): Promise<PerubahanPageDto> {
    return this.siswa.changes(idperson, query);
  }

  @Get('lembaga')
  @RequireScope('siswa:read')
  @Answers(200, 'Lembaga dengan kelasnya', [LembagaDto])
  @Errors(401, 403)
  async lembaga() {
    return { items: await this.students.lembaga(), nextCursor: null };
  }
}
