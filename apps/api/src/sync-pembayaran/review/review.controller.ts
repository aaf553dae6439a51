import { DecideReviewDto, ReviewResultDto } from '@bantubayar/shared';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Audited } from '../../audit/audited';
import { RequireScope } from '../../common/principal';
import { IdpersonPipe, IdPipe } from '../../common/id.pipe';
import { Answers, Errors } from '../../openapi/decorators';
import { ReviewService } from './review.service';

@Controller('admin')
export class ReviewController {
  constructor(private readonly reviews: ReviewService) {}

  @Post('siswa/:idperson/review')
  @ApiTags('siswa')
  @RequireScope('sync:write')
  @Audited('review_decided')
  @HttpCode(200)
  @Answers(200, 'Jawaban yang perlu ditinjau sudah diputuskan', ReviewResultDto)
  @Errors(400, 401, 403, 409)
  decideSiswa(
    @Param('idperson', IdpersonPipe) idperson: string,
    @Body() { apply }: DecideReviewDto,
  ): Promise<ReviewResultDto> {
    return this.reviews.decide({ idperson }, apply);
  }

  @Post('sync-pembayaran/runs/:id/review')
  @ApiTags('sync-pembayaran')
  @RequireScope('sync:write')
  @Audited('run_reviewed')
  @HttpCode(200)
  @Answers(200, 'Semua jawaban run ini yang perlu ditinjau sudah diputuskan', ReviewResultDto)
  @Errors(400, 401, 403, 409)
  decideRun(
    @Param('id', IdPipe) runId: string,
    @Body() { apply }: DecideReviewDto,
  ): Promise<ReviewResultDto> {
    return this.reviews.decide({ runId }, apply);
  }
}
