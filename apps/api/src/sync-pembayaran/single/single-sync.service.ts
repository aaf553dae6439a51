import type { FetchResultDto } from '@bantubayar/shared';
import { Injectable, Logger } from '@nestjs/common';
import { DomainError } from '../../common/domain-error';
import { mayPass } from '../../database/connection-error';
import { refusalOf } from '../../database/refusal';
import type { SiswaResult, WrittenResult } from '../../pembayaran/pembayaran-writer';
import { unstorable } from '../../pembayaran/unstorable';
import { PaymentSourceClient } from '../../sisda/payment-source.client';
import { PaymentSourceError } from '../../sisda/payment-source.errors';
import { SiswaLeftError, SiswaNotFoundError } from '../../siswa/siswa.errors';
import { SiswaRepository } from '../../siswa/siswa.repository';
import { ResultWriter } from '../run/result-writer';

class DatabaseRefusesError extends DomainError<'service_unavailable'> {
  constructor(phrase: string) {
    super(503, 'service_unavailable', `Database ${phrase}; pembayaran siswa ini tidak disimpan`, {
      retryAfterSeconds: 1,
    });
  }
}

/** Fetches one student now, outside any run; a failure is an answer too, with its reason. */
@Injectable()
export class SingleSyncService {
  private readonly logger = new Logger(SingleSyncService.name);

  constructor(
    private readonly siswa: SiswaRepository,
    private readonly source: PaymentSourceClient,
    private readonly results: ResultWriter,
  ) {}

  async sync(idperson: string): Promise<FetchResultDto> {
    const siswa = await this.siswa.find(idperson);
    if (!siswa) throw new SiswaNotFoundError(idperson);
    if (siswa.leftAt) throw new SiswaLeftError(idperson);
    const startedAt = performance.now();
    const answer = await this.source.fetchPayments(idperson).catch((error: unknown) => {
      if (error instanceof PaymentSourceError) return error;
      throw error;
    });
    const durationMs = Math.round(performance.now() - startedAt);
    const end = await this.write({ idperson, attempts: 1, durationMs, answer });
    return { ...end, finishedAt: new Date().toISOString() };
  }

  /** What the database refuses of this student ends as failed, as it does in a run. */
  private async write(result: SiswaResult): Promise<WrittenResult> {
    try {
      return await this.results.writeSingle(result);
    } catch (error) {
      const refusal = refusalOf(error);
      if (refusal !== null) throw new DatabaseRefusesError(refusal);
      if (mayPass(error)) throw error;
      this.logger.error(error, `student ${result.idperson}`);
      return this.results.writeSingle(unstorable(result, error));
    }
  }
}
