import type { RosterResultDto } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { PaymentSourceClient } from '../sisda/payment-source.client';
import { PaymentSourceError } from '../sisda/payment-source.errors';
import { RosterRowError } from '../sisda/sisda-roster.reader';
import { RosterRepository } from './roster.repository';
import { RosterInvalidError, RosterUnreachableError } from './siswa.errors';

/** Brings our list of students in line with the payment service's. */
@Injectable()
export class RosterService {
  constructor(
    private readonly source: PaymentSourceClient,
    private readonly rosters: RosterRepository,
  ) {}

  /** `oleh` had it read; null where nobody did. */
  async sync(force: boolean, oleh: string | null): Promise<RosterResultDto> {
    try {
      return await this.rosters.apply(this.source.fetchRoster(), force, oleh);
    } catch (error) {
      if (error instanceof PaymentSourceError) throw new RosterUnreachableError(error);
      if (error instanceof RosterRowError) throw new RosterInvalidError(error);
      throw error;
    }
  }
}
