import { DecideReviewDto, ReviewResultDto } from '@bantubayar/shared';
import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Audited } from '../../audit/audited';
import { RequireScope } from '../../common/principal';
import { IdpersonPipe, IdPipe } from '../../common/id.pipe';
import { Answers, Errors, Operation } from '../../openapi/decorators';
import { ReviewService } from './review.service';

@Controller('admin')
export class ReviewController {
  constructor(private readonly reviews: ReviewService) {}

  @Post('siswa/:idperson/review')
  @RequireScope('sync:write')
  @Audited('review_decided')
  @HttpCode(200)
  @Operation(
    'reviewSiswa',
    'Decide on a student’s kept answer',
    'An answer with less than what is stored, or that contradicts itself, is kept until somebody decides.',
  )
  @Answers('What became of it', ReviewResultDto)
  @Errors('review_not_open')
  decideSiswa(
    @Param('idperson', IdpersonPipe) idperson: string,
    @Body() { apply }: DecideReviewDto,
  ): Promise<ReviewResultDto> {
    return this.reviews.decide({ idperson }, apply);
  }

  @Post('sync-pembayaran/runs/:id/review')
  @RequireScope('sync:write')
  @Audited('run_reviewed')
  @HttpCode(200)
  @Operation('reviewRun', 'Decide on all kept answers of a run')
  @Answers('What became of them', ReviewResultDto)
  @Errors('review_not_open')
  decideRun(
    @Param('id', IdPipe) runId: string,
    @Body() { apply }: DecideReviewDto,
  ): Promise<ReviewResultDto> {
    return this.reviews.decide({ runId }, apply);
  }
}
