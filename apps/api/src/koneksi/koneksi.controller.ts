import { HasilUjiDto, KoneksiDto, KredensialBaruDto } from '@bantubayar/shared';
import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { Audited } from '../audit/audited';
import { Asker, type Principal, RequireScope } from '../common/principal';
import { Answers, Errors, Operation } from '../openapi/decorators';
import { ConnectionTest } from './connection-test';
import { checked, KoneksiService } from './koneksi.service';

@RequireScope('admin')
@Controller('admin/koneksi')
export class KoneksiController {
  constructor(
    private readonly koneksi: KoneksiService,
    private readonly test: ConnectionTest,
  ) {}

  @Get()
  @Operation('getKoneksi', 'Show the connection to the payment service')
  @Answers('How it stands, without the values of its credentials', KoneksiDto)
  get(): Promise<KoneksiDto> {
    return this.koneksi.get();
  }

  @Put()
  @Audited('connection_saved')
  @Operation(
    'saveKredensial',
    'Save or remove credentials',
    'All processes use them within two seconds. The environment’s win over them, and only it sets the address.',
  )
  @Answers('The connection as it is now', KoneksiDto)
  @Errors('secrets_key_missing')
  put(@Body() kredensial: KredensialBaruDto, @Asker() { nama }: Principal): Promise<KoneksiDto> {
    return this.koneksi.save(kredensial, nama);
  }

  @Post('uji')
  @HttpCode(200)
  @Audited('connection_tested')
  @Operation(
    'testKoneksi',
    'Ask the payment service now',
    'With the credentials of the body, which are not saved, or with those in use; that it refuses is an answer too.',
  )
  @Answers('What came of it', HasilUjiDto)
  uji(@Body() kredensial: KredensialBaruDto): Promise<HasilUjiDto> {
    return this.test.run(checked(kredensial));
  }
}
