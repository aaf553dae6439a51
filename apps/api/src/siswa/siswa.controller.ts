import {
  LembagaDto,
  PageQueryDto,
  PerubahanDto,
  type PerubahanPageDto,
  RingkasanDto,
  RosterResultDto,
  SiswaDetailDto,
  SiswaFilterDto,
  SiswaListQueryDto,
  SiswaPageDto,
  SiswaPilihanDto,
  SyncRosterDto,
} from '@bantubayar/shared';
import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Audited } from '../audit/audited';
import { Asker, type Principal, RequireScope } from '../common/principal';
import { IdpersonPipe } from '../common/id.pipe';
import { Answers, Errors, Operation } from '../openapi/decorators';
import { RingkasanRepository } from './ringkasan.repository';
import { RosterService } from './roster.service';
import { SiswaRepository } from './siswa.repository';
import { SiswaService } from './siswa.service';

@Controller('admin')
export class SiswaController {
  constructor(
    private readonly siswa: SiswaService,
    private readonly students: SiswaRepository,
    private readonly ringkasan: RingkasanRepository,
    private readonly roster: RosterService,
  ) {}

  @Get('siswa')
  @RequireScope('siswa:read')
  @Operation('listSiswa', 'List students')
  @Answers('A page of the students that the filter matches', SiswaPageDto)
  list(@Query() query: SiswaListQueryDto): Promise<SiswaPageDto> {
    return this.siswa.list(query);
  }

  @Post('siswa/sync')
  @RequireScope('sync:write')
  @Audited('roster_synced')
  @HttpCode(200)
  @Operation(
    'syncRoster',
    'Bring the list of students in line with the payment service',
    'A roster that is empty, shrunken by more than a fifth, or lacks more than half of the students, is refused unless `force` is true.',
  )
  @Answers('What changed in the list of students', RosterResultDto)
  @Errors('roster_suspicious', 'roster_unreachable', 'roster_invalid')
  syncRoster(@Body() body: SyncRosterDto, @Asker() { nama }: Principal): Promise<RosterResultDto> {
    return this.roster.sync(body.force ?? false, nama);
  }

  @Get('siswa/ringkasan')
  @RequireScope('siswa:read')
  @Operation('summarizeSiswa', 'Sum up students')
  @Answers('How many students the filter matches, and what they were billed, paid and owe', RingkasanDto)
  ringkasanOf(@Query() filter: SiswaFilterDto): Promise<RingkasanDto> {
    return this.ringkasan.of(filter);
  }

  @Get('siswa/pilihan')
  @RequireScope('siswa:read')
  @Operation('listPilihan', 'List what the filters can be set to')
  @Answers('The groups of the students on the roster', SiswaPilihanDto)
  async pilihan(): Promise<SiswaPilihanDto> {
    const [lembaga, asrama, tingkatDiniyah] = await Promise.all([
      this.students.pilihan('lembaga'),
      this.students.pilihan('asrama'),
      this.students.pilihan('diniyah'),
    ]);
    return { lembaga, asrama, tingkatDiniyah };
  }

  @Get('siswa/:idperson')
  @RequireScope('siswa:read')
  @Operation('getSiswa', 'Show a student')
  @Answers('The student with all payments', SiswaDetailDto)
  @Errors('not_found')
  @Header('Content-Type', 'application/json; charset=utf-8')
  detail(@Param('idperson', IdpersonPipe) idperson: string): Promise<string> {
    return this.siswa.detail(idperson);
  }

  @Get('siswa/:idperson/perubahan')
  @RequireScope('siswa:read')
  @Operation('listSiswaChanges', 'List what changed in a student’s payments')
  @Answers('A page of the changes, newest first', [PerubahanDto])
  perubahan(
    @Param('idperson', IdpersonPipe) idperson: string,
    @Query() query: PageQueryDto,
  ): Promise<PerubahanPageDto> {
    return this.siswa.perubahanOf(idperson, query);
  }

  @Get('lembaga')
  @RequireScope('siswa:read')
  @Operation('listLembaga', 'List school units and classes')
  @Answers('The school units with their classes, and how many students are in each', [LembagaDto])
  async lembaga() {
    return { items: await this.students.lembaga(), nextCursor: null };
  }
}
