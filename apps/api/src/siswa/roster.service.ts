import type { RosterResultDto } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { PaymentSourceClient } from '../sisda/payment-source.client';
import { PaymentSourceError } from '../sisda/payment-source.errors';
import { type RosterRow, RosterRowError } from '../sisda/sisda-roster.reader';
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
    return this.rosters.apply(await this.fetch(), force, oleh);
  }

  private async fetch(): Promise<RosterRow[]> {
    try {
      return await this.source.fetchRoster();
    } catch (error) {
      if (error instanceof PaymentSourceError) throw new RosterUnreachableError(error);
      if (error instanceof RosterRowError) throw new RosterInvalidError(error);
      throw error;
    }
  }
}
