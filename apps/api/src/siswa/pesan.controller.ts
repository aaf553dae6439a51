import { PesanDto, SavedPesanDto } from '@bantubayar/shared';
import { Body, Controller, Get, Put } from '@nestjs/common';
import { Audited } from '../audit/audited';
import { RequireScope } from '../common/principal';
import { Answers, Operation } from '../openapi/decorators';
import { PesanRepository } from './pesan.repository';

@Controller('admin/pengaturan/pesan')
export class PesanController {
  constructor(private readonly pesan: PesanRepository) {}

  @Get()
  @RequireScope('siswa:read')
  @Operation(
    'getPesan',
    'Show the text to parents',
    'Nothing is sent from here: the page opens WhatsApp with it.',
  )
  @Answers('What parents of students who owe are written', SavedPesanDto)
  get(): Promise<SavedPesanDto> {
    return this.pesan.get();
  }

  @Put()
  @RequireScope('admin')
  @Audited('pesan_saved')
  @Operation('savePesan', 'Save the text to parents')
  @Answers('The text as it is kept', SavedPesanDto)
  async put(@Body() pesan: PesanDto): Promise<SavedPesanDto> {
    await this.pesan.save(pesan);
    return this.pesan.get();
  }
}
